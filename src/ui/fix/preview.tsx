import Button from '@atlaskit/button/new';
import { useRef, useState, type FormEvent } from 'react';

import type { BulkItem } from '../../changes/bulk';
import type { RequestFailure } from '../../model/gathered';
import { useTexts } from '../page-context';
import { FailureLink, FailureText } from '../sources/failure-message';
import { TextField } from '../text-field';
import { CandidateRows, WRONG } from './candidate-rows';
import type { Candidate } from './candidates';
import { isOffered, type Intent, type Intents, type Standing } from './intents';
import type { ReadState } from './readings';

/** A change that the admin confirmed, and what it is for. */
export interface Item extends BulkItem {
  readonly candidate: Candidate;
}

interface Props {
  /** Id of the check; undefined for an undo. */
  readonly check: string | undefined;
  readonly candidates: readonly Candidate[];
  readonly intents: Intents;
  readonly standings: ReadonlyMap<string, Standing>;
  readonly byId: Readonly<Record<string, ReadState>>;
  readonly onIntent: (key: string, change: Partial<Intent>) => void;
  readonly onReadAgain: (ids: readonly string[]) => void;
  readonly onApply: (items: readonly Item[]) => void;
  readonly onClose: () => void;
}

/** Fixes that every user notices: who makes many of them says so twice. */
const WEIGHTY = ['require-user-pat'];

interface UnreadProps extends Pick<Props, 'onReadAgain'> {
  readonly failures: readonly { readonly id: string; readonly failure: RequestFailure }[];
}

/** What could not be read is not offered; one reason speaks for all. */
function Unread({ failures, onReadAgain }: UnreadProps) {
  const t = useTexts();
  const [first] = failures;
  if (!first) return null;
  return (
    <div className="gic-fix-trouble">
      <h3>{t.counted('fix.unread.title', failures.length)}</h3>
      <FailureText failure={first.failure} />
      <div className="gic-buttons">
        <FailureLink kind={first.failure.kind} />
        <Button onClick={() => onReadAgain(failures.map(({ id }) => id))}>{t('failure.try-again')}</Button>
      </div>
    </div>
  );
}

/** What would be changed, from a fresh reading. Nothing is sent before the admin says so. */
export function Preview({ check, candidates, intents, standings, byId, ...on }: Props) {
  const t = useTexts();
  const form = useRef<HTMLFormElement>(null);
  const number = useRef<HTMLInputElement>(null);
  const [typedNumber, setTypedNumber] = useState('');
  const [trouble, setTrouble] = useState<'wrong' | 'none' | 'number'>();

  const key = `check.${check}`;

  const chosen = candidates.flatMap((candidate) => {
    const standing = standings.get(candidate.key);
    return standing && intents[candidate.key]?.isChosen === true ? [{ candidate, standing }] : [];
  });
  const items: readonly Item[] = chosen.flatMap(({ candidate, standing }) =>
    standing.kind === 'change' ? [{ key: candidate.key, candidate, plan: standing }] : [],
  );
  const waiting = candidates.filter(({ key }) => standings.get(key)?.kind === 'waiting').length;
  const failures = candidates.flatMap(({ id, key }) => {
    const standing = standings.get(key);
    return standing?.kind === 'failed' ? [{ id, failure: standing.failure }] : [];
  });
  const isWeighty = check !== undefined && WEIGHTY.includes(check) && items.length > 1;
  const isOfferedAny = [...standings.values()].some(isOffered);

  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (chosen.some(({ standing }) => standing.kind === 'wrong')) {
      setTrouble('wrong');
      return form.current?.querySelector<HTMLInputElement>(`.${WRONG}`)?.focus();
    }
    if (items.length === 0) return setTrouble('none');
    if (isWeighty && Number(typedNumber.trim()) !== items.length) {
      setTrouble('number');
      return number.current?.focus();
    }
    on.onApply(items);
  };

  return (
    <form ref={form} noValidate className="gic-fix" onSubmit={apply}>
      <p>{t('fix.intro')}</p>
      {check !== undefined && (
        <p>
          <strong>{t('fix.notice')}</strong> {t(`${key}.notice`)}
        </p>
      )}
      <p role="status" className="gic-subtle">
        {waiting > 0
          ? t('fix.progress', candidates.length - waiting, candidates.length)
          : t('fix.read', candidates.length - failures.length, candidates.length)}
      </p>
      <Unread failures={failures} onReadAgain={on.onReadAgain} />
      <table className="gic-fix-table">
        <caption className="gic-hidden">{t('fix.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.name')}</th>
            <th scope="col">{t('fix.setting')}</th>
            <th scope="col">{t('fix.now')}</th>
            <th scope="col">{t('fix.after')}</th>
          </tr>
        </thead>
        {candidates.map((candidate) => {
          const { id } = candidate;
          const [intent, standing] = [intents[candidate.key], standings.get(candidate.key)];
          return (
            intent &&
            standing && (
              <CandidateRows
                key={candidate.key}
                candidate={candidate}
                intent={intent}
                standing={standing}
                state={byId[id]}
                isAlone={candidates.length === 1}
                onIntent={(change) => on.onIntent(candidate.key, change)}
              />
            )
          );
        })}
      </table>
      {isWeighty && (
        <TextField
          label={t('fix.number', items.length)}
          help={t('fix.number.why')}
          problem={trouble === 'number' ? t('fix.number.wrong', items.length) : undefined}
          value={typedNumber}
          onChange={setTypedNumber}
          input={number}
        />
      )}
      <p role="alert" className="gic-error">
        {trouble === 'none' && items.length === 0 && t('fix.none-chosen')}
        {trouble === 'wrong' && chosen.some(({ standing }) => standing.kind === 'wrong') && t('fix.wrong')}
      </p>
      <div className="gic-buttons">
        {isOfferedAny && (
          <Button type="submit" appearance="primary">
            {t.counted('fix.apply', items.length)}
          </Button>
        )}
        <Button appearance="subtle" onClick={on.onClose}>
          {t(isOfferedAny ? 'fix.cancel' : 'modal.close')}
        </Button>
      </div>
    </form>
  );
}
