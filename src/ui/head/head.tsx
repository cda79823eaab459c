import Button from '@atlaskit/button/new';

import type { Myself, Outcome, ServerInfo } from '../../model/gathered';
import { HEALTHS } from '../../report/health';
import type { Report } from '../../report/report';
import type { Texts } from '../../i18n/texts';
import { useTexts } from '../page-context';

/** One line that sums up, such as `2 at risk, 3 need attention; 4 settings to confirm`. */
export function summaryText({ healths, toConfirm, subjects }: Report, t: Texts): string {
  const counted = HEALTHS.filter((health) => healths[health] > 0);
  const parts = counted.map((health) => t.counted(`health.count.${health}`, healths[health]));
  const health = parts.length > 0 ? parts.join(', ') : t('checkup.summary.none');
  if (toConfirm === 0 || subjects.length === 0) return health;
  return `${health}; ${t.counted('checkup.summary.to-confirm', toConfirm)}`;
}

interface Props {
  readonly summary: string;
  /** When the oldest of what is shown was read, milliseconds since the epoch; undefined before that. */
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
    serverInfo?.state === 'read' &&
      myself?.state === 'read' &&
      t('checkup.signed-in', serverInfo.value.version, myself.value.displayName),
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
