import type { Message, MessageArgument } from '../model/message';
import { createDurations, type Durations } from './durations';
import { isolated } from './isolated';
import { whenAsked } from './when-asked';

/** Writes texts, dates, numbers and durations in the user's language; a value that none of these can be is Unknown. */
export interface Texts {
  /** In whose language the texts are, and in whose way dates and numbers. */
  readonly locale: string;
  /** The text of a key, or of a message with its arguments. */
  (text: string | Message, ...args: MessageArgument[]): string;
  /** The text of a key that depends on a count, which is its `{0}`. */
  counted(key: string, count: number, ...args: MessageArgument[]): string;
  /**
   * Where it stands in a text: of today just the time of the day.
   *
   * @param time milliseconds since the epoch
   */
  date(time: number): string;
  /** Where it stands alone, such as in a tooltip: day, time and time zone, whichever day it is. */
  moment(time: number): string;
  /** A time as "5 minutes ago" or "in 3 seconds". Both in milliseconds since the epoch. */
  relative(time: number, now: number): string;
  /** A time that is over, as "5 minutes ago" or "just now"; one in the future too, as clocks differ. */
  ago(time: number, now: number): string;
  number(value: number): string;
  readonly durations: Durations;
  /** Writes dates in a time zone, such as `Europe/Berlin`, from now on; one that the browser does not know changes nothing. */
  inZone(zone: string): void;
  /** Takes in the texts of a part of the page that is loaded later. */
  add(messages: Messages): void;
}

/** Texts by their key. */
export type Messages = Readonly<Record<string, string>>;

/**
 * True where the host put in the texts. Jira does so while it serves the script; a call that it leaves alone, and a key
 * that it does not know, give the key instead.
 */
export function hasTexts(messages: Messages): boolean {
  return Object.entries(messages).every(([key, text]) => !text.endsWith(key));
}

/** The largest number of milliseconds since the epoch that is a date. */
const LAST_DATE = 8.64e15;

const MINUTE = 60_000;

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', MINUTE],
  ['second', 1_000],
] as const;

/** The largest unit that fits, and how many of it, rounded down. */
function inLargestUnit(milliseconds: number): { unit: (typeof UNITS)[number][0]; count: number } {
  const size = Math.abs(milliseconds);
  const [unit, length] = UNITS.find(([, smallest]) => size >= smallest) ?? UNITS[3];
  return { unit, count: Math.floor(size / length) };
}

/** A locale that the browser understands: Jira writes `en_UK` where browsers want `en-UK`. */
export function supportedLocale(locale: string | undefined): string {
  try {
    return Intl.getCanonicalLocales((locale ?? '').replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/**
 * The user's locale where the texts are in its language. Elsewhere they came in another one, and what stands inside of
 * them is written in that: "3 days ago" in the middle of an English sentence, with the numbers of the user's country.
 *
 * @param language of the texts
 */
function localeOfTexts(jiraLocale: string | undefined, language: string | undefined): string {
  const asked = supportedLocale(jiraLocale);
  const { language: spoken, region } = new Intl.Locale(asked);
  if (language === undefined || language.split('-')[0] === spoken) return asked;
  return new Intl.Locale(language, region === undefined ? {} : { region }).toString();
}

interface Dates {
  readonly full: () => Intl.DateTimeFormat;
  readonly time: () => Intl.DateTimeFormat;
  readonly moment: () => Intl.DateTimeFormat;
  /** The same text for two times of the same day. */
  readonly day: () => Intl.DateTimeFormat;
}

/** @param timeZone the browser's own where it is undefined; its formats throw where nobody knows it */
function datesIn(locale: string, timeZone: string | undefined): Dates {
  const format = (options: Intl.DateTimeFormatOptions) =>
    whenAsked(() => new Intl.DateTimeFormat(locale, { ...options, timeZone }));
  const clock = { hour: 'numeric', minute: '2-digit' } as const;
  return {
    full: format({ dateStyle: 'medium', timeStyle: 'short' }),
    time: format({ timeStyle: 'short' }),
    moment: format({ year: 'numeric', month: 'short', day: 'numeric', ...clock, timeZoneName: 'short' }),
    day: format({ dateStyle: 'short' }),
  };
}

/**
 * Texts in one language.
 *
 * @param jiraLocale as in Jira's `ajs-user-locale`; English where it is unknown
 * @param first with their language as `texts.language`; each entry brings its own, and each part of the page adds some
 * @param now which day is today: milliseconds since the epoch
 */
export function createTexts(jiraLocale: string | undefined, first: Messages, now: () => number): Texts {
  const messages: Record<string, string> = { ...first };
  const locale = localeOfTexts(jiraLocale, first['texts.language']);
  const plural = whenAsked(() => new Intl.PluralRules(locale));
  const numbers = whenAsked(() => new Intl.NumberFormat(locale));
  let dates = datesIn(locale, undefined);
  const relatives = whenAsked(() => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }));
  const lists = whenAsked(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const durations = createDurations(locale);

  // A value that nobody checked must not take the page down, and is no number to believe.
  const shown = (value: number, write: () => string) =>
    Math.abs(value) <= LAST_DATE ? write() : text('value.unknown');

  const numberText = (value: number) => (Number.isFinite(value) ? numbers().format(value) : text('value.unknown'));
  const isToday = (time: number) => dates.day().format(time) === dates.day().format(now());
  const dateText = (time: number) => shown(time, () => (isToday(time) ? dates.time : dates.full)().format(time));

  function argument(value: MessageArgument): string {
    if (typeof value === 'string') return isolated(value);
    if (typeof value === 'number') return numberText(value);
    if ('date' in value) return dateText(value.date);
    if ('duration' in value) return shown(value.duration, () => durations.long(value.duration / 60_000, value.isOver));
    if ('list' in value) return lists().format(value.list.map(argument));
    return text(value);
  }

  /** The form that the language wants for the count, where the text has forms; a translation may have more of them. */
  function keyFor(key: string, count: number | undefined): string {
    if (count === undefined) return key;
    const forms = [`${key}.${plural().select(count)}`, `${key}.other`];
    return forms.find((form) => form in messages) ?? key;
  }

  function text(message: string | Message, ...more: MessageArgument[]): string {
    const { key, args = more, count }: Message = typeof message === 'string' ? { key: message } : message;
    const template = messages[keyFor(key, count)] ?? key;
    return template.replace(/\{(\d+)\}/g, (hole, index: string) => {
      const value = args[Number(index)];
      return value === undefined ? hole : argument(value);
    });
  }

  function relative(time: number, now: number): string {
    const { unit, count } = inLargestUnit(time - now);
    return shown(time - now, () => relatives().format(time <= now ? -count : count, unit));
  }

  return Object.assign(text, {
    locale,
    counted: (key: string, count: number, ...args: MessageArgument[]) => text({ key, count, args: [count, ...args] }),
    date: dateText,
    moment: (time: number) => shown(time, () => dates.moment().format(time)),
    inZone(zone: string) {
      try {
        const there = datesIn(locale, zone);
        there.day();
        dates = there;
      } catch {
        // A zone that Java knows and the browser does not.
      }
    },
    relative,
    ago: (time: number, now: number) => (now - time < MINUTE ? text('time.just-now') : relative(time, now)),
    number: numberText,
    durations,
    add: (more: Messages) => void Object.assign(messages, more),
  });
}
