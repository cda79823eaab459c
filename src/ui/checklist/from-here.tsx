import { INTEGRATION_CHECKS } from '../../checks/registry';
import type { Finding } from '../../model/finding';
import { titleOf } from '../../report/formats/checklist-texts';
import { useTexts } from '../page-context';
import { AcceptButton } from './accept-button';
import { BusyButton } from '../busy-button';
import { useCheckOneContext } from './check-one';

/** Checks the integration again, alone; nothing outside of a checklist. */
function AgainButton({ finding }: { readonly finding: Finding }) {
  const t = useTexts();
  const checking = useCheckOneContext();
  const again = checking?.check;
  if (!again) return null;
  const isLast = checking.last === finding.check;
  return (
    <>
      <BusyButton spacing="compact" isBusy={isLast && checking.isReading} onClick={() => again(finding.check)}>
        {t('checklist.again')}
        <span className="gic-hidden">: {titleOf(finding, t)}</span>
      </BusyButton>
      {isLast && (
        <span aria-hidden="true" className="gic-copied">
          {checking.said}
        </span>
      )}
    </>
  );
}

/** What can be done about a Fail beside its fix, and why there is none where other integrations have one. */
export function FromHere({ finding }: { readonly finding: Finding }) {
  const t = useTexts();
  const { check, fix, subject } = finding;
  const isFixable = INTEGRATION_CHECKS.some((one) => one.id === check && 'fix' in one);
  return (
    <>
      {isFixable && !fix && <p>{t('checklist.no-fix')}</p>}
      <div className="gic-buttons">
        <AgainButton finding={finding} />
        <AcceptButton check={check} keys={[subject]} />
      </div>
    </>
  );
}
