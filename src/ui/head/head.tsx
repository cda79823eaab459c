import Button from '@atlaskit/button/new';

import type { Myself, Outcome, ServerInfo } from '../../model/gathered';
import { useTexts } from '../page-context';

interface Props {
  readonly summary: string;
  /** When the integrations that are shown were read, milliseconds since the epoch; undefined before that. */
  readonly checkedAt: number | undefined;
  readonly reading: boolean;
  readonly serverInfo: Outcome<ServerInfo> | undefined;
  readonly myself: Outcome<Myself> | undefined;
  readonly onCheckAgain: () => void;
}

export function Head({ summary, checkedAt, reading, serverInfo, myself, onCheckAgain }: Props) {
  const t = useTexts();
  const facts = [
    checkedAt !== undefined && t('checkup.checked-at', { date: checkedAt }),
    serverInfo?.state === 'read' && t('checkup.jira', serverInfo.value.version),
    myself?.state === 'read' && t('checkup.signed-in', myself.value.displayName),
  ];
  return (
    <header className="gic-head">
      <div>
        <h1>{t('checkup.title')}</h1>
        <p className="gic-summary" role="status">
          {summary}
        </p>
        <p className="gic-subtle">{facts.filter((fact) => fact !== false).join(' · ')}</p>
      </div>
      <Button onClick={onCheckAgain} isLoading={reading}>
        {t('checkup.check-again')}
      </Button>
    </header>
  );
}
