import {
  addGiven,
  givenBy,
  inSlices,
  loadSchedule,
  shownSchedule,
  SourceError,
  type EvidenceContent,
  type JiraClient,
} from '../../core';
import { message } from '../../model/message';
import { Fault } from '../fault';
import { EXIT, tell, type ExitCode, type Io } from '../io';
import { parseAddress } from '../jira/address';
import { connect } from '../jira/connect';
import { readToken } from '../jira/token';
import type { Values } from '../options';
import { NOTHING_GIVEN, withTyped } from './given';
import { openKeptFile } from './kept-file';
import { lookUntil } from './looks';
import type { WATCH_OPTIONS } from './options';
import { periodOf } from './period';
import { nameOf } from './read-given';
import { writeAdvice } from './write-advice';

type WatchValues = Values<typeof WATCH_OPTIONS>;

const PATIENCE = 10_000;

/** The schedule as Scheduler details shows it; the same where that cannot be read, or is not understood. */
async function withSchedule(content: EvidenceContent, client: JiraClient, io: Io): Promise<EvidenceContent> {
  const { signal } = io;
  try {
    const reading = await loadSchedule(client, signal, { once: true, timeout: PATIENCE });
    const value = shownSchedule(reading);
    const current = value && { value, at: reading.stamp.readAt };
    if (current) return await inSlices(addGiven(content, { current }, io.now()));
  } catch (error) {
    if (!(error instanceof SourceError) && !signal.aborted) throw error;
  }
  if (content.current === undefined && !signal.aborted) await tell(io, message('command.watch.no-schedule'));
  return content;
}

/** Told on stderr, as the time in which nothing else is said may be long. */
function tellBegin(url: string, period: number, until: number, io: Io): Promise<void> {
  return period === 0
    ? tell(io, message('command.watch.once', url))
    : tell(io, message('command.watch.begin', url, { duration: period }, { date: until }));
}

/** Measures rounds by the dates of last indexing, keeps what was seen, and advises on the reindex interval by it. */
export async function watch(values: WatchValues, io: Io): Promise<ExitCode> {
  const { url, evidence: path, interval } = values;
  if (url === undefined) throw new Fault(message('command.fault.watch-url'));
  if (path === undefined) throw new Fault(message('command.fault.evidence-missing'));
  const period = periodOf(values.for ?? '24h');
  const typed = await withTyped(NOTHING_GIVEN, values, io);
  const address = parseAddress(url);
  const connection = await connect(address, await readToken(values['token-file'], io), io);
  const file = await openKeptFile(path, address.baseUrl, io);
  const known = await inSlices(addGiven(file.content, typed.content, io.now()));
  // Whether it can be kept is better known before a day of measuring than after it.
  await file.keep(known);
  const until = io.now() + period;
  await tellBegin(address.baseUrl, period, until, io);
  const content = interval === undefined ? await withSchedule(known, connection.client, io) : known;
  const watched = await lookUntil({ connection, file, content, until }, io);
  if (watched.failed) throw watched.failed;
  const brought = givenBy({ tasks: [...watched.content.tasks], problems: [] }, watched.content);
  const sources = brought.length === 0 ? [] : [{ name: nameOf(path), brought, problems: 0 }];
  const code = await writeAdvice({ content: watched.content, sources }, values, io);
  return watched.isKept ? code : EXIT.fault;
}
