import type { RefObject } from 'react';

import { checklistMarkdown } from '../../report/formats/markdown';
import { countsText, factsOf } from '../../report/formats/checklist-texts';
import type { SubjectReport } from '../../report/report';
import { useGijVersion } from '../checkup-context';
import { useReadOnly } from '../decide';
import { HealthBadge } from '../integrations/health-badge';
import { subjectName } from '../../report/formats/subject-texts';
import { NewTabLink } from '../new-tab-link';
import { usePage } from '../page-context';
import { CopyButtons } from './copy-buttons';
import { IconButton } from './icon-button';

interface Props {
  readonly heading: RefObject<HTMLHeadingElement>;
  readonly subject: SubjectReport;
  /** What came of checking it again. */
  readonly checked: string;
  readonly neighbours: readonly SubjectReport[];
  /** Milliseconds since the epoch, by Jira's clock. */
  readonly now: number;
  readonly onOpen: (key: string) => void;
  readonly onClose: () => void;
}

/** Previous and next in the order of the table, and the way out. */
function Ways({ subject, neighbours, onOpen, onClose }: Omit<Props, 'heading' | 'now' | 'checked'>) {
  const { texts: t } = usePage();
  const place = neighbours.findIndex(({ key }) => key === subject.key);
  const to = (neighbour: SubjectReport | undefined) => neighbour && (() => onOpen(neighbour.key));
  return (
    <div className="gic-dialog-ways">
      <span className="gic-subtle">{t('checklist.place', place + 1, neighbours.length)}</span>
      <IconButton icon="previous" label={t('checklist.previous')} onClick={to(neighbours[place - 1])} />
      <IconButton icon="next" label={t('checklist.next')} onClick={to(neighbours[place + 1])} />
      <IconButton icon="close" label={t('checklist.close')} onClick={onClose} />
    </div>
  );
}

/** What the checklist is of, how it came out, and what to do with it. */
export function DrawerHead({ heading, subject, now, checked, ...ways }: Props) {
  const { texts: t, host } = usePage();
  const gijVersion = useGijVersion();
  const isReadOnly = useReadOnly();
  const isDisabled = subject.health === 'disabled';
  // There is one primary action: the fix, where there is one.
  const isFixable = !isReadOnly && subject.findings.some(({ fix }) => fix);
  const title = subjectName(subject, t);
  const facts = factsOf(subject, now, t);
  return (
    <div className="gic-dialog-head">
      <div className="gic-dialog-top">
        <h3 id="gic-dialog-heading" ref={heading} tabIndex={-1} className="gic-break">
          <bdi>{title}</bdi>
        </h3>
        <Ways subject={subject} {...ways} />
      </div>
      <p className="gic-dialog-facts gic-break">
        <HealthBadge health={subject.health} /> <bdi>{facts.join(' · ')}</bdi>
      </p>
      <p role="status">{isDisabled ? t('reason.disabled') : `${countsText(subject, t)}.`}</p>
      <p role="status">{checked}</p>
      <div className="gic-buttons">
        {host.manageIntegrations !== undefined && (
          <NewTabLink isPrimary={!isFixable} href={host.manageIntegrations}>
            {t('checklist.open-gij')}
          </NewTabLink>
        )}
        <CopyButtons
          choices={[
            { label: t('checklist.copy-link'), text: () => window.location.href },
            {
              label: t('checklist.copy-markdown'),
              text: () => checklistMarkdown({ subject, title, gijVersion, now }, t),
            },
          ]}
        />
      </div>
    </div>
  );
}
