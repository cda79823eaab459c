import { useState } from 'react';

import type { Dated } from '../../../evidence/content';
import type { CurrentSchedule } from '../../../model/schedule';
import type { JiraClient } from '../../../sources/jira-client';
import { usePage } from '../../page-context';
import { scheduleMessage } from '../../../evidence/given';
import { IntervalForm } from './interval-form';

interface Props {
  readonly client: () => JiraClient;
  /** As it was given here. */
  readonly given: Dated<CurrentSchedule> | undefined;
  /** As Jira's page of the scheduler says. */
  readonly read: Dated<CurrentSchedule> | undefined;
  /** False while it is being read. */
  readonly isSettled: boolean;
  /** @param at when it is known to be so, milliseconds since the epoch */
  readonly onSchedule: (current: CurrentSchedule, kind: 'typed' | 'scheduler', at: number) => void;
}

/** Milliseconds. */
const MINUTE = 60_000;

function isSame(one: CurrentSchedule, other: CurrentSchedule): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Which schedule counts, where it is from, and how to say another; where nobody knows it, it is asked for right there. */
export function NowLine({ client, given, read, isSettled, onSchedule }: Props) {
  const { texts: t, now } = usePage();
  const [isOpen, setOpen] = useState(false);
  const current = given ?? read;
  const isUnknown = isSettled && !current;
  const sinceText = (at: number) =>
    now() - at < MINUTE ? t('reindex.now.given.just') : t('reindex.now.given', t.relative(at, now()));
  return (
    <div className="gic-now">
      <p>
        {current && t('reindex.now', scheduleMessage(current.value))}{' '}
        {given && <span title={t.moment(given.at)}>{sinceText(given.at)}</span>}
        {!given && read && t('reindex.now.read')}
        {isUnknown && t('reindex.now.unknown')}
        {!current && !isSettled && t('reindex.now.reading')}{' '}
        {!isUnknown && (
          <button type="button" className="gic-link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t('reindex.now.change')}
          </button>
        )}
      </p>
      {given && read && !isSame(given.value, read.value) && (
        <p>
          {t('reindex.now.differs', scheduleMessage(read.value))}{' '}
          <button type="button" className="gic-link" onClick={() => onSchedule(read.value, 'scheduler', now())}>
            {t('reindex.now.use-read')}
          </button>
        </p>
      )}
      {(isOpen || isUnknown) && (
        <IntervalForm
          client={client}
          onSchedule={(value, kind, at) => {
            if (kind === 'typed') setOpen(false);
            onSchedule(value, kind, at);
          }}
        />
      )}
    </div>
  );
}
