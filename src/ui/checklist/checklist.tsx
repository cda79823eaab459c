import type { Finding } from '../../model/finding';
import { checklistOf } from '../../report/checklist';
import { useTexts } from '../page-context';
import { CrashBoundary } from '../states/crash';
import { FindingRow } from './finding-row';

/** Findings in groups: what is to fix first, what needs nothing last. */
export function Checklist({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useTexts();
  return (
    <>
      {checklistOf(findings).map(({ group, findings: members }) => (
        <section key={group} className="gic-group">
          <h3>
            {t(`checklist.group.${group}`)} <span className="gic-count">{t.number(members.length)}</span>
          </h3>
          {members.map((finding) => (
            <CrashBoundary key={finding.check} size="row" of={finding}>
              <FindingRow finding={finding} />
            </CrashBoundary>
          ))}
        </section>
      ))}
    </>
  );
}
