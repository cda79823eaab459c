/** A value inside a text. Dates and durations are written in the user's locale where the text is shown. */
export type MessageArgument =
  | string
  | number
  | { readonly date: number }
  /** Milliseconds; `isOver` where it stands beside a limit that it is over. */
  | { readonly duration: number; readonly isOver?: boolean }
  | { readonly list: readonly MessageArgument[] }
  | Message;

/** A text as data: the key of an i18n text and what goes into its `{0}`, `{1}`, ... */
export interface Message {
  readonly key: string;
  readonly args?: readonly MessageArgument[];
  /** Set where the text depends on a count: `.one` or `.other` is added to the key by the rules of the language. */
  readonly count?: number;
}

export function message(key: string, ...args: MessageArgument[]): Message {
  return args.length === 0 ? { key } : { key, args };
}

/** A text that depends on a count, which is also its `{0}`. */
export function countedMessage(key: string, count: number, ...args: MessageArgument[]): Message {
  return { key, count, args: [count, ...args] };
}
