import { createContext, useContext, useEffect, useRef, useState } from 'react';

import { INTEGRATION_CHECKS } from '../../checks/registry';
import type { Texts } from '../../i18n/texts';
import type { RequestFailure } from '../../model/gathered';
import type { SubjectReport } from '../../report/report';
import { readSnapshot } from '../../sources/integration-snapshot';
import { SourceError } from '../../sources/source-error';
import { useCheckup } from '../checkup-context';
import { checkName } from '../../report/formats/subject-texts';
import { useTexts } from '../page-context';
import type { CheckupStore } from '../state/checkup';

type Outcome = 'reading' | 'read' | 'gone' | RequestFailure;

/** Checks one integration again, alone, for the sake of one check. */
export interface CheckOne {
  /** Undefined where there is no integration to read. */
  readonly check: ((check: string) => void) | undefined;
  /** Id of the check that was asked for last. */
  readonly last: string | undefined;
  readonly isReading: boolean;
  /** What came of it; blank before, and while it is being read. */
  readonly said: string;
}

const Context = createContext<CheckOne | undefined>(undefined);

export const CheckOneProvider = Context.Provider;

/** Undefined outside of a checklist. */
export function useCheckOneContext(): CheckOne | undefined {
  return useContext(Context);
}

/** Reads the repositories of all integrations: GIJ tells them no other way. */
function readRepositories(checkup: CheckupStore): Promise<RequestFailure | undefined> {
  checkup.tryAgain(['repositories']);
  return new Promise((resolve) => {
    const look = () => {
      const { reading, failures } = checkup.snapshot();
      if (reading.includes('repositories')) return;
      end();
      resolve(failures.find(({ source }) => source === 'repositories'));
    };
    const end = checkup.subscribe(look);
  });
}

function saidOf({ findings }: SubjectReport, check: string, outcome: Outcome, t: Texts): string {
  if (outcome === 'reading') return '';
  const name = checkName(check, t);
  if (outcome === 'gone') return t('checklist.again.gone', name);
  if (outcome !== 'read') return t('checklist.again.failed', name, t(`failure.${outcome.kind}.short`));
  const verdict = findings.find((finding) => finding.check === check)?.verdict;
  if (verdict === 'fail' || verdict === 'accepted') return t('checklist.again.fails', name);
  return t(
    verdict === 'pass' || verdict === 'not-applicable' ? 'checklist.again.fixed' : 'checklist.again.unread',
    name,
  );
}

/** What came of checking an integration again is told by what its finding says by now. */
export function useCheckOne(subject: SubjectReport): CheckOne {
  const t = useTexts();
  const { checkup, connect } = useCheckup();
  const [last, setLast] = useState<{ readonly key: string; readonly check: string; readonly outcome: Outcome }>();
  const left = useRef<AbortController>();
  useEffect(() => {
    const controller = new AbortController();
    left.current = controller;
    return () => controller.abort();
  }, [subject.key]);

  async function read(id: string, check: string, signal: AbortSignal): Promise<Outcome> {
    const client = connect({ onWait: () => undefined, onWaited: () => undefined });
    const snapshot = await readSnapshot(client, id, signal);
    if (!snapshot) return 'gone';
    checkup.replace(snapshot.integration);
    const needs: readonly string[] = INTEGRATION_CHECKS.find((one) => one.id === check)?.needs ?? [];
    return (needs.includes('repositories') ? await readRepositories(checkup) : undefined) ?? 'read';
  }

  const { id, key } = subject;
  const begin = (check: string) => {
    const signal = left.current?.signal;
    if (id === undefined || !signal) return;
    setLast({ key, check, outcome: 'reading' });
    read(id, check, signal)
      .catch((error: unknown) => {
        if (error instanceof SourceError) return error.failure;
        throw error;
      })
      .then((outcome) => signal.aborted || setLast({ key, check, outcome }))
      .catch((mistake: unknown) => {
        if (!signal.aborted) throw mistake;
      });
  };
  const mine = last?.key === key ? last : undefined;
  return {
    check: id === undefined ? undefined : begin,
    last: mine?.check,
    isReading: mine?.outcome === 'reading',
    said: mine ? saidOf(subject, mine.check, mine.outcome, t) : '',
  };
}
