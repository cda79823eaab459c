import { memo, type ReactNode } from 'react';

import type { SubjectReport } from '../../report/report';
import { useTexts } from '../page-context';
import type { SortKey } from '../state/view-state';
import { CrashBoundary } from '../states/crash';
import { HealthBadge } from './health-badge';
import { HostIcon } from './host-icon';
import { IndexingProgress } from './indexing-progress';
import { openButtonId } from './returned-focus';
import { SelectBox } from './select-box';
import { countText, lastIndexedText, subjectName } from '../../report/formats/subject-texts';
import { ToFix } from './to-fix';
import type { Selection } from './use-selection';

interface Props {
  readonly subject: SubjectReport;
  /** Milliseconds since the epoch, by Jira's clock. */
  readonly now: number;
}

function Name({ subject }: Pick<Props, 'subject'>) {
  const t = useTexts();
  const name = subjectName(subject, t);
  return (
    <button
      type="button"
      id={openButtonId(subject.key)}
      className="gic-link gic-name"
      aria-haspopup="dialog"
      title={t('table.open', name)}
    >
      <bdi>{name}</bdi>
    </button>
  );
}

function Host({ subject: { product, hostName } }: Pick<Props, 'subject'>) {
  const t = useTexts();
  return (
    <div className="gic-host gic-subtle">
      <HostIcon product={product} />
      <span>
        {t(`product.${product}`)}
        {hostName !== undefined && (
          <>
            {' · '}
            <bdi>{hostName}</bdi>
          </>
        )}
      </span>
    </div>
  );
}

function LastIndexed({ subject, now }: Props) {
  const t = useTexts();
  const { initialIndexing, lastIndexed } = subject;
  if (initialIndexing) return <IndexingProgress indexing={initialIndexing} />;
  return (
    <span title={lastIndexed.kind === 'known' ? t.moment(lastIndexed.value) : undefined}>
      {lastIndexedText(subject, now, t)}
    </span>
  );
}

interface RowProps extends Props, Pick<Selection, 'select'> {
  readonly isSelected: boolean;
}

/** One integration. Who holds the table opens it, wherever it is clicked. */
export const TableRow = memo(function TableRow({ subject, now, isSelected, select }: RowProps) {
  const t = useTexts();
  const guarded = (content: ReactNode) => (
    <CrashBoundary size="row" of={subject}>
      {content}
    </CrashBoundary>
  );
  const cell = (key: SortKey, content: ReactNode) => (
    <td role="cell" className={`gic-column-${key}`} data-label={t(`table.${key}`)}>
      {guarded(content)}
    </td>
  );
  return (
    <tr role="row" data-key={subject.key} className={isSelected ? 'gic-selected' : undefined}>
      <td role="cell" className="gic-column-select">
        <SelectBox
          label={t('table.select', subjectName(subject, t))}
          isSelected={isSelected}
          onSelect={(chosen) => select([subject.key], chosen)}
        />
      </td>
      <th role="rowheader" scope="row" className="gic-column-name">
        {guarded(<Name subject={subject} />)}
        {guarded(<Host subject={subject} />)}
      </th>
      {cell('health', <HealthBadge health={subject.health} />)}
      {cell('to-fix', <ToFix subject={subject} />)}
      {cell('repositories', countText(subject.repositories, t))}
      {cell('last-indexed', <LastIndexed subject={subject} now={now} />)}
    </tr>
  );
});
