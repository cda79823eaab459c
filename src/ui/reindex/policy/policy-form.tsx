import Button from '@atlaskit/button/new';
import Form, { ErrorMessage, Field, HelperMessage, MessageWrapper } from '@atlaskit/form';
import SectionMessage from '@atlaskit/section-message';
import Textfield from '@atlaskit/textfield';

import { DEFAULT_POLICY, type ReindexPolicy } from '../../../reindex/policy';
import { useTexts } from '../../page-context';
import {
  changedPolicy,
  POLICY_GROUP_NAMES,
  POLICY_GROUPS,
  POLICY_NAMES,
  policyProblem,
  shownNumber,
  shownPolicy,
  unitOf,
  type PolicyName,
  type PolicyTexts,
} from './policy-fields';
import type { PolicyTrouble } from './kept-policy';

interface NumberFieldProps {
  readonly name: PolicyName;
  readonly shown: string;
}

function NumberField({ name, shown }: NumberFieldProps) {
  const t = useTexts();
  const unit = unitOf(name);
  const validate = (text: string | undefined) => {
    const problem = policyProblem(name, text);
    return problem && t(`reindex.policy.problem.${problem}`);
  };
  return (
    <Field name={name} label={t(`reindex.policy.${name}`)} defaultValue={shown} validate={validate}>
      {({ fieldProps, error }) => (
        <>
          <Textfield
            {...fieldProps}
            inputMode="decimal"
            autoComplete="off"
            isCompact
            elemAfterInput={<span className="gic-unit">{t(`reindex.policy.unit.${unit}`)}</span>}
          />
          <MessageWrapper>
            {error === undefined ? (
              <HelperMessage>
                {t('reindex.policy.default', shownNumber(name, DEFAULT_POLICY[name]), t(`reindex.policy.unit.${unit}`))}
              </HelperMessage>
            ) : (
              <ErrorMessage>{error}</ErrorMessage>
            )}
          </MessageWrapper>
        </>
      )}
    </Field>
  );
}

function Trouble({ trouble }: { readonly trouble: PolicyTrouble }) {
  const t = useTexts();
  const said =
    trouble.kind === 'spoilt'
      ? t('reindex.policy.spoilt', { list: trouble.names.map((name) => t(`reindex.policy.${name}`)) })
      : t(`reindex.policy.${trouble.kind}`);
  return (
    <SectionMessage appearance="warning">
      <p>{said}</p>
    </SectionMessage>
  );
}

interface Props {
  readonly policy: Partial<ReindexPolicy>;
  readonly trouble: PolicyTrouble | undefined;
  /** Gets the numbers that are not the default, and nothing while one of them cannot be used. */
  readonly onChange: (policy: Partial<ReindexPolicy>) => void;
}

/** Every number of the advice. */
export function PolicyForm({ policy, trouble, onChange }: Props) {
  const t = useTexts();
  const shown = shownPolicy(policy);
  const changed = Object.keys(changedPolicy(shown)).length;
  return (
    <>
      {trouble && trouble.kind !== 'unwritten' && <Trouble trouble={trouble} />}
      <details className="gic-policy">
        <summary>
          {changed > 0 ? t.counted('reindex.policy.heading.changed', changed) : t('reindex.policy.heading')}
        </summary>
        <p>{t('reindex.policy.intro')}</p>
        <Form<PolicyTexts> onSubmit={(texts) => onChange(changedPolicy(texts))}>
          {({ formProps, setFieldValue }) => (
            <form {...formProps} noValidate aria-label={t('reindex.policy.heading')}>
              {POLICY_GROUP_NAMES.map((group) => (
                <fieldset key={group}>
                  <legend>{t(`reindex.policy.group.${group}`)}</legend>
                  <div className="gic-policy-fields">
                    {POLICY_GROUPS[group].map((name) => (
                      <NumberField key={name} name={name} shown={shown[name]} />
                    ))}
                  </div>
                </fieldset>
              ))}
              {/* Here, where those who pressed a button meet it. */}
              <div role="status">{trouble?.kind === 'unwritten' && <Trouble trouble={trouble} />}</div>
              <div className="gic-buttons">
                <Button type="submit" appearance="primary">
                  {t('reindex.policy.apply')}
                </Button>
                <Button
                  onClick={() => {
                    const defaults = shownPolicy({});
                    for (const name of POLICY_NAMES) setFieldValue(name, defaults[name]);
                    onChange({});
                  }}
                >
                  {t('reindex.policy.defaults')}
                </Button>
              </div>
            </form>
          )}
        </Form>
      </details>
    </>
  );
}
