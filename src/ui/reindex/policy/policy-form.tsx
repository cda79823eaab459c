import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useRef, useState, type FormEvent } from 'react';

import { DEFAULT_POLICY, type ReindexPolicy } from '../../../reindex/policy';
import { useTexts } from '../../page-context';
import { Fold } from '../fold';
import { TextField } from '../../text-field';
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
  const [typed, setTyped] = useState<Partial<PolicyTexts>>({});
  const [problems, setProblems] = useState<ReadonlySet<PolicyName>>(new Set());
  const texts = { ...shownPolicy(policy), ...typed };
  const changed = Object.keys(changedPolicy(shownPolicy(policy))).length;
  const inputs = useRef<Partial<Record<PolicyName, HTMLInputElement | null>>>({});

  function takeOver(next: Partial<ReindexPolicy>): void {
    setTyped({});
    setProblems(new Set());
    onChange(next);
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    const wrong = POLICY_NAMES.filter((name) => policyProblem(name, texts[name]) !== undefined);
    const [first] = wrong;
    if (first === undefined) {
      takeOver(changedPolicy(texts));
      return;
    }
    setProblems(new Set(wrong));
    inputs.current[first]?.focus();
  }

  function fieldOf(name: PolicyName) {
    const unit = unitOf(name);
    const unitText = t(`reindex.policy.unit.${unit}`);
    const problem = policyProblem(name, texts[name]);
    return (
      <TextField
        key={name}
        input={(element) => void (inputs.current[name] = element)}
        label={t(`reindex.policy.${name}`)}
        value={texts[name]}
        unit={unitText}
        help={t('reindex.policy.default', shownNumber(name, DEFAULT_POLICY[name]), unitText)}
        problem={problem && problems.has(name) ? t(`reindex.policy.problem.${problem}`) : undefined}
        onChange={(text) => setTyped({ ...typed, [name]: text })}
      />
    );
  }

  return (
    <>
      {trouble && trouble.kind !== 'unwritten' && <Trouble trouble={trouble} />}
      <Fold title={t('reindex.policy.heading')} note={changed > 0 && t.counted('reindex.policy.changed', changed)}>
        <p>{t('reindex.policy.intro')}</p>
        <form noValidate aria-label={t('reindex.policy.heading')} onSubmit={onSubmit}>
          {POLICY_GROUP_NAMES.map((group) => (
            <fieldset key={group}>
              <legend>{t(`reindex.policy.group.${group}`)}</legend>
              <div className="gic-fields">{POLICY_GROUPS[group].map(fieldOf)}</div>
            </fieldset>
          ))}
          {/* Here, where those who pressed a button meet it. */}
          <div role="status">{trouble?.kind === 'unwritten' && <Trouble trouble={trouble} />}</div>
          <div className="gic-buttons">
            <Button type="submit" appearance="primary">
              {t('reindex.policy.apply')}
            </Button>
            <Button onClick={() => takeOver({})}>{t('reindex.policy.defaults')}</Button>
          </div>
        </form>
      </Fold>
    </>
  );
}
