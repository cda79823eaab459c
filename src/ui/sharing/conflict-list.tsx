import Button from '@atlaskit/button/new';

import type { Entry } from '../../decisions/decisions';
import type { Conflict } from '../../decisions/merge';
import { useTexts } from '../page-context';
import { decidedText, subjectText, valueText, type NameOf } from './entry-text';

interface Props {
  readonly conflicts: readonly Conflict[];
  readonly nameOf: NameOf;
  readonly onChoose: (conflict: Conflict, side: 'ours' | 'theirs') => void;
}

interface SideProps {
  readonly heading: string;
  readonly entry: Entry | undefined;
  readonly subject: string;
  readonly onChoose: () => void;
}

function Side({ heading, entry, subject, onChoose }: SideProps) {
  const t = useTexts();
  return (
    <div className="gic-side">
      <h5>{heading}</h5>
      <p className="gic-break">{entry ? valueText(entry, t) : t('sharing.conflict.removed')}</p>
      {entry && <p className="gic-subtle gic-break">{decidedText(entry, t)}</p>}
      <Button spacing="compact" onClick={onChoose}>
        {t('sharing.conflict.take')}
        <span className="gic-hidden">
          {' '}
          {heading}: {subject}
        </span>
      </Button>
    </div>
  );
}

/** What two admins decided otherwise: both values, and a choice for each. */
export function ConflictList({ conflicts, nameOf, onChoose }: Props) {
  const t = useTexts();
  return (
    <ul className="gic-conflicts">
      {conflicts.map((conflict) => {
        const { key, ours, theirs } = conflict;
        const either = theirs ?? ours;
        const subject = either ? subjectText(either, nameOf, t) : key;
        return (
          <li key={key}>
            <h4 className="gic-break">{subject}</h4>
            <div className="gic-sides">
              <Side
                heading={t('sharing.conflict.ours')}
                entry={ours}
                subject={subject}
                onChoose={() => onChoose(conflict, 'ours')}
              />
              <Side
                heading={t('sharing.conflict.theirs')}
                entry={theirs}
                subject={subject}
                onChoose={() => onChoose(conflict, 'theirs')}
              />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
