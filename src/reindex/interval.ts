import { DEFAULT_POLICY } from './policy';

/** Why a text is no reindex interval. */
export type IntervalProblem = 'empty' | 'not-a-whole-number' | 'too-small' | 'too-large';

/**
 * Reads an interval as the General settings page takes it: whole minutes from 1 to 76861433640456 (vendor's limits;
 * the upper one fits no number of milliseconds, so minutes stay minutes).
 */
export function validateInterval(text: string): { minutes: number } | { problem: IntervalProblem } {
  const trimmed = text.trim();
  if (trimmed === '') return { problem: 'empty' };
  if (/^-\d+$/.test(trimmed)) return { problem: 'too-small' };
  if (!/^\d+$/.test(trimmed)) return { problem: 'not-a-whole-number' };
  const minutes = Number(trimmed);
  if (minutes < 1) return { problem: 'too-small' };
  if (minutes > DEFAULT_POLICY.ceilingMinutes) return { problem: 'too-large' };
  return { minutes };
}
