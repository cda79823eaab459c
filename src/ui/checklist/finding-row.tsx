import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';

import type { Finding } from '../../model/finding';
import type { Verdict } from '../../model/verdict';
import { useTexts } from '../page-context';
import { Evidence } from './found-values';

const APPEARANCE: Readonly<Record<Verdict, ThemeAppearance>> = {
  pass: 'success',
  fail: 'removed',
  'to-confirm': 'inprogress',
  'not-applicable': 'default',
  unknown: 'moved',
  error: 'moved',
};

/** The verdict, and of a Fail how much it weighs. Advice is no Fail to an admin. */
function VerdictBadge({ verdict, severity }: Pick<Finding, 'verdict' | 'severity'>) {
  const t = useTexts();
  if (verdict === 'fail' && severity === 'advisory')
    return <Lozenge appearance="new">{t('severity.advisory')}</Lozenge>;
  return <Lozenge appearance={APPEARANCE[verdict]}>{t(`verdict.${verdict}`)}</Lozenge>;
}

/** One line of a checklist; it opens to why, evidence and steps. */
export function FindingRow({ finding }: { readonly finding: Finding }) {
  const t = useTexts();
  const { check, verdict, severity, reason, wanted, caution, found, docs } = finding;
  const key = `check.${check}`;
  const settled = verdict === 'pass' || verdict === 'not-applicable';
  const steps =
    verdict === 'to-confirm'
      ? 'checklist.steps.confirm'
      : verdict === 'fail'
        ? 'checklist.steps'
        : 'checklist.steps.unread';
  return (
    <details className="gic-finding">
      <summary>
        <span className="gic-finding-badge">
          <VerdictBadge verdict={verdict} severity={severity} />
        </span>
        <span className="gic-finding-title">
          {t(verdict === 'pass' || verdict === 'fail' ? `${key}.${verdict}` : `${key}.name`)}
          {verdict === 'fail' && severity !== 'advisory' && (
            <span className="gic-severity"> · {t(`severity.${severity}`)}</span>
          )}
          {reason && <span className="gic-reason gic-break">{t(reason)}</span>}
        </span>
      </summary>
      <div className="gic-finding-body">
        <dl>
          <dt>{t('checklist.why')}</dt>
          <dd>{t(`${key}.why`)}</dd>
          {wanted && (
            <>
              <dt>{t('checklist.wanted')}</dt>
              <dd>{t(wanted)}</dd>
            </>
          )}
          {caution && (
            <>
              <dt>{t('checklist.caution')}</dt>
              <dd>{t(caution)}</dd>
            </>
          )}
          {!settled && (
            <>
              <dt>{t(steps)}</dt>
              <dd>{t(`${key}.steps`)}</dd>
            </>
          )}
          {verdict === 'fail' && (
            <>
              <dt>{t('checklist.notice')}</dt>
              <dd>{t(`${key}.notice`)}</dd>
            </>
          )}
        </dl>
        {found.length > 0 && <Evidence found={found} />}
        <p>
          {docs === undefined ? (
            t('checklist.own-rule')
          ) : (
            <a href={docs} target="_blank" rel="noopener noreferrer">
              {t('checklist.docs')}
              <span className="gic-hidden">: {t(`${key}.name`)}</span>
            </a>
          )}
        </p>
      </div>
    </details>
  );
}
