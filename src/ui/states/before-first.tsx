import { useTexts } from '../page-context';

const ADVICE = ['features', 'repositories', 'projects', 'account', 'pace'] as const;

/** What to mind before the first integration is connected: later it takes a reindex to change it. */
export function BeforeFirst() {
  const t = useTexts();
  return (
    <section className="gic-before-first">
      <h3>{t('before-first.title')}</h3>
      <ul>
        {ADVICE.map((advice) => (
          <li key={advice}>{t(`before-first.${advice}`)}</li>
        ))}
      </ul>
    </section>
  );
}
