import { gather, NO_DECISIONS, parseRecording, recordingText, type Decisions } from '../../core';
import { REQUIRED_SOURCES, SOURCE_IDS, type Gathered } from '../../model/gathered';
import { message } from '../../model/message';
import type { CheckValues } from '../commands';
import { Fault } from '../fault';
import { fileFault } from '../file-fault';
import { showProgress, tell, type Io } from '../io';
import { parseAddress } from '../jira/address';
import { connect, type Connection } from '../jira/connect';
import { failureFault } from '../jira/failure';
import { withinSeconds } from '../jira/time-limit';
import { readToken } from '../jira/token';
import { decisionsFrom, readDecisions } from './decisions';

/** What a report is made of. */
export interface Material {
  readonly gathered: Gathered;
  readonly decisions: Decisions;
  readonly baseUrl: string;
  /** Milliseconds since the epoch: as of when it is judged. */
  readonly judgedAt: number;
  /** Why there is nothing to report on; then nothing was asked for what was decided. */
  readonly fault?: Fault;
}

/** Seconds for the whole run, where nobody says: the slowest answer may take one minute, and Jira asks for pauses. */
const TIME_LIMIT = 300;

/** Options that say how to read Jira, which a recording does not need. */
const OF_JIRA = ['url', 'token-file', 'timeout', 'record'] as const;

/** @throws {Fault} where options do not go together */
async function assertTogether(values: CheckValues, { files }: Pick<Io, 'files'>): Promise<void> {
  const { gathered, record, output, url } = values;
  if (gathered === undefined && url === undefined) throw new Fault(message('command.fault.no-url'));
  const idle = gathered === undefined ? undefined : OF_JIRA.find((name) => values[name] !== undefined);
  if (idle !== undefined) throw new Fault(message('command.fault.recording-with', `--${idle}`));
  if (values.format === 'nagios' && values['fail-on'] !== undefined) throw new Fault(message('command.fault.nagios'));
  for (const [option, other] of [
    ['--record', record],
    ['--gathered', gathered],
  ] as const) {
    if (output === undefined || other === undefined || !(await files.isSame(output, other))) continue;
    throw new Fault(message('command.fault.same-file', '--output', option));
  }
}

async function record(file: string, gathered: Gathered, baseUrl: string, io: Io): Promise<void> {
  try {
    await io.files.replace(file, recordingText(gathered, { baseUrl, appVersion: io.version, now: io.now() }));
  } catch (error) {
    throw fileFault(error, message('command.fault.record', file));
  }
}

/** What the report has to do without is told beside it, too: whoever reads its end only must know. */
async function tellUnread(gathered: Gathered, io: Io): Promise<void> {
  for (const source of REQUIRED_SOURCES) {
    const outcome = gathered[source];
    if (outcome.state !== 'failed') continue;
    const { kind } = outcome.failure;
    await tell(io, message('command.unread', message(`source.${source}`), message(`failure.${kind}.short`)));
  }
}

/** Times are those of the profile, as in the panel. */
function inZoneOf({ myself }: Gathered, { t }: Io): void {
  if (myself.state === 'read' && myself.value.timeZone !== undefined) t.inZone(myself.value.timeZone);
}

async function gatherFrom(connection: Connection, signal: AbortSignal, io: Io): Promise<Gathered> {
  let done = 0;
  const show = () => showProgress(io, message('loading.progress', done, SOURCE_IDS.length));
  const onOutcome = () => {
    done += 1;
    void show();
  };
  await show();
  try {
    return await gather(connection.client, { signal, onOutcome });
  } finally {
    await showProgress(io);
  }
}

async function ofJira(values: CheckValues, io: Io): Promise<Material> {
  const { url = '', timeout = TIME_LIMIT } = values;
  const from = decisionsFrom(values.decisions, false);
  const address = parseAddress(url);
  const connection = await connect(address, await readToken(values['token-file'], io), io);
  const { baseUrl } = address;
  return withinSeconds(timeout, io, async (signal) => {
    const gathered = await gatherFrom(connection, signal, io);
    if (values.record !== undefined) await record(values.record, gathered, baseUrl, io);
    const { integrations } = gathered;
    const judgedAt = io.now();
    if (integrations.state === 'failed') {
      const fault = failureFault(integrations.failure, connection, gathered['server-info'].state === 'read', io);
      return { gathered, decisions: NO_DECISIONS, baseUrl, judgedAt, fault };
    }
    await tellUnread(gathered, io);
    inZoneOf(gathered, io);
    const decisions = await readDecisions(from, { client: connection.client, signal, io });
    return { gathered, decisions, baseUrl, judgedAt };
  });
}

async function ofRecording(file: string, values: CheckValues, io: Io): Promise<Material> {
  const from = decisionsFrom(values.decisions, true);
  const said = message('command.fault.recording', file);
  let text: string;
  try {
    text = await io.files.read(file);
  } catch (error) {
    throw fileFault(error, said);
  }
  const parsed = parseRecording(text);
  if (parsed.kind !== 'read') throw new Fault(said, [message(`command.recording.${parsed.kind}`)]);
  const { gathered, baseUrl, recordedAt } = parsed.recording;
  const decisions = await readDecisions(from, { client: undefined, signal: io.signal, io });
  const material = { gathered, decisions, baseUrl, judgedAt: recordedAt };
  const { integrations } = gathered;
  if (integrations.state === 'read') return material;
  const nothing = message('command.fault.recorded', file);
  if (integrations.state === 'pending') return { ...material, fault: new Fault(nothing) };
  const { kind, request } = integrations.failure;
  const lines = [message(`failure.${kind}.what`), message('failure.request', request)];
  return { ...material, fault: new Fault(nothing, lines) };
}

/** Reads what a report is made of: from Jira, or from a recording. */
export async function readMaterial(values: CheckValues, io: Io): Promise<Material> {
  await assertTogether(values, io);
  return values.gathered === undefined ? ofJira(values, io) : ofRecording(values.gathered, values, io);
}
