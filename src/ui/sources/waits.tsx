import SectionMessage from '@atlaskit/section-message';

import { usePage } from '../page-context';
import type { Checkup } from '../state/use-checkup';

/** Says that Jira asked for a pause, and until when. */
export function Waits({ waits }: Pick<Checkup, 'waits'>) {
  const { texts: t, now } = usePage();
  return (
    <div role="status">
      {waits.map(({ source, kind, until }) => (
        <SectionMessage key={source} appearance="information">
          <p>{t(`waiting.${kind}`, t(`source.${source}`), t.relative(until, now()))}</p>
        </SectionMessage>
      ))}
    </div>
  );
}
