import { HEALTHS } from '../report/health';
import { keptCheckKey, type KeptCheck, type KeptSubject } from './kept-check';

type Fields<Of> = Readonly<Partial<Record<keyof Of, unknown>>>;

const BADGES: readonly unknown[] = ['on', 'last-check', 'off'] satisfies readonly KeptCheck['badges'][];

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isListOf<Item>(value: unknown, is: (item: unknown) => item is Item): value is Item[] {
  return Array.isArray(value) && value.every(is);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isSubject(value: unknown): value is KeptSubject {
  if (!isObject(value)) return false;
  const { id, name, health, fails, unread } = value as Fields<KeptSubject>;
  return (
    isText(id) &&
    (name === undefined || isText(name)) &&
    (HEALTHS as readonly unknown[]).includes(health) &&
    isListOf(fails, isText) &&
    isListOf(unread, isText)
  );
}

function isKeptCheck(value: unknown): value is KeptCheck {
  if (!isObject(value)) return false;
  const { version, at, repositories, badges, subjects } = value as Fields<KeptCheck>;
  return (
    version === 1 &&
    Number.isFinite(at) &&
    (repositories === undefined || Number.isFinite(repositories)) &&
    BADGES.includes(badges) &&
    isListOf(subjects, isSubject)
  );
}

/** Undefined where the text is not a whole record of this version: of what is spoilt nothing is shown. */
export function parseKeptCheck(text: string | null): KeptCheck | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isKeptCheck(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** @param base as of {@link keptCheckKey} */
export function readKeptCheck(base: string): KeptCheck | undefined {
  try {
    return parseKeptCheck(localStorage.getItem(keptCheckKey(base)));
  } catch {
    // A browser that lets the page store nothing.
    return undefined;
  }
}
