import type { Finding } from '../../model/finding';
import { Checklist } from '../checklist/checklist';
import { useTexts } from '../page-context';

/** The checks of the whole instance. */
export function InstanceSection({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useTexts();
  return (
    <section className="gic-instance" aria-labelledby="gic-instance-heading">
      <h2 id="gic-instance-heading">{t('instance.heading')}</h2>
      <p className="gic-subtle">{t('instance.intro')}</p>
      <Checklist findings={findings} />
    </section>
  );
}
