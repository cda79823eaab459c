import { message } from '../../model/message';
import { Fault } from '../fault';

/** Milliseconds of one of each unit. */
const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Evidence is kept for so many days: what is older than that would be gone at the end. */
const MOST_DAYS = 14;

/**
 * Reads `--for`: whole minutes, hours or days, such as `90m`, `24h` or `2d`; 0 looks once.
 *
 * @returns milliseconds
 * @throws {Fault} where it is none, or longer than evidence is kept
 */
export function periodOf(text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,9})([mhd]?)$/.exec(text.trim()) ?? [];
  const milliseconds = Number(count) === 0 ? 0 : Number(count) * (UNITS[unit] ?? NaN);
  if (count !== '' && milliseconds <= MOST_DAYS * 86_400_000) return milliseconds;
  throw new Fault(message('command.fault.for', MOST_DAYS));
}
