import { parseDuration } from '../../schedule/duration';
import type { Moment } from './time';

/** "5 minutes ago" may be off by a minute, "2 hours ago" by an hour: the smallest unit named. */
export function parseRelative(text: string, capturedAt: number): Moment | undefined {
  const lower = text.toLowerCase().replace(/\s+/g, ' ');
  if (/^(just now|now|moments? ago|a? ?few seconds ago|less than a minute ago)$/.test(lower))
    return { at: capturedAt, blur: 1 };
  if (lower === 'yesterday') return { at: capturedAt - 86_400_000, blur: 1440 };
  const match = /^(in )?(?:about )?(.+?)( ago)?$/.exec(lower);
  if (!match || (match[1] === undefined) === (match[3] === undefined)) return undefined;
  const minutes = /[a-z]/.test(match[2] ?? '') ? (parseDuration(match[2] ?? '') ?? longAgo(match[2] ?? '')) : undefined;
  if (minutes === undefined) return undefined;
  const at = capturedAt + (match[1] === undefined ? -minutes : minutes) * 60_000;
  return { at, blur: smallestUnit(match[2] ?? '') };
}

function smallestUnit(text: string): number {
  if (/sec/.test(text)) return 1 / 60;
  if (/min/.test(text)) return 1;
  if (/hour|hr|\dh|\bh\b/.test(text)) return 60;
  if (/month/.test(text)) return MONTH;
  return /year/.test(text) ? 12 * MONTH : 1440;
}

const MONTH = 30 * 1440;

/** "2 months", "a year": no lengths of time, but the newest row of a repository may be that old. */
function longAgo(text: string): number | undefined {
  const match = /^(\d+|an?) (month|year)s?$/.exec(text);
  if (!match) return undefined;
  const amount = /^a/.test(match[1] ?? '') ? 1 : Number(match[1]);
  return amount * (match[2] === 'year' ? 12 * MONTH : MONTH);
}
