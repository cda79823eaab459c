import type { Decisions } from '../../decisions/decisions';
import { NOTHING_KEPT } from '../../evidence/content';
import type { judgeInSteps } from '../../judging/judge';
import { REQUIRED_SOURCES, type Gathered } from '../../model/gathered';
import { message, type Message } from '../../model/message';
import { redact } from '../../model/redact';
import { integrationsReadAt } from '../../report/as-of';
import { completenessOf } from '../../snapshots/completeness';
import type { RecordedCheck } from '../../snapshots/with-recorded';
import { parseRecording } from '../../sources/recording';
import { inSlices } from '../../steps/in-slices';

/** A file that is no check of this Jira, and why. */
export interface Unusable {
  readonly name: string;
  readonly why: Message;
}

export interface ReadRecordings {
  readonly checks: readonly RecordedCheck[];
  readonly unusable: readonly Unusable[];
}

interface By {
  /** Address of the Jira with its context path. */
  readonly baseUrl: string;
  readonly decisions: Decisions;
  readonly judge: typeof judgeInSteps;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Host, port and path: one and the same Jira may be asked by http and by https. */
function placeOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url ? (url.host + url.pathname).replace(/\/+$/, '') : address;
}

/** Why a recording is no full check: a source that failed, else that the list of integrations is not whole. */
function partialText(gathered: Gathered): Message {
  const source = REQUIRED_SOURCES.find((one) => gathered[one].state !== 'read');
  return source ? message('failure.title', message(`source.${source}`)) : message('history.import.why.cut');
}

async function readOne(file: File, { baseUrl, decisions, judge, now }: By): Promise<RecordedCheck | Message> {
  // Such as where the file is gone by now.
  const text = await file.text().catch(() => '');
  const parsed = parseRecording(text);
  const { kind } = parsed;
  if (kind !== 'read') return message(`history.import.why.${kind}`);
  const { gathered, baseUrl: of } = parsed.recording;
  if (placeOf(of) !== placeOf(baseUrl)) return message('history.import.why.other-jira', redact(of));
  const at = integrationsReadAt(gathered);
  if (at === undefined) return partialText(gathered);
  if (at > now) return message('history.import.why.ahead', { date: at });
  const report = await inSlices(judge(gathered, { evidence: NOTHING_KEPT, decisions }, at));
  return completenessOf(gathered, report) === 'full' ? { at, report } : partialText(gathered);
}

/**
 * The full checks of this Jira among files, each judged as of its time by what is decided now. What the indexing queue
 * showed then is in no recording, so that of the reindex interval only the dates of last indexing tell.
 */
export async function readRecordings(files: readonly File[], by: By): Promise<ReadRecordings> {
  const checks: RecordedCheck[] = [];
  const unusable: Unusable[] = [];
  for (const file of files) {
    const result = await readOne(file, by).catch(() => message('history.import.why.fault'));
    if ('report' in result) checks.push(result);
    else unusable.push({ name: file.name, why: result });
  }
  return { checks, unusable };
}
