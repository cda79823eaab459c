import { useTexts } from '../page-context';
import { MessageBox } from '../message-box';
import type { Checkup } from '../state/checkup';

/** Says that Jira asked for a pause, and how long. */
export function Waits({ waits }: Pick<Checkup, 'waits'>) {
  const t = useTexts();
  return (
    <div role="status">
      {waits.map(({ source, kind, pause }) => (
        <MessageBox key={source} appearance="information">
          <p>{t(`waiting.${kind}`, t(`source.${source}`), { duration: pause })}</p>
        </MessageBox>
      ))}
    </div>
  );
}
