import util from 'node:util';

import { message } from '../model/message';
import { Fault } from './fault';
import { nearest } from './nearest';

/** An option of a command. Without a value it is a switch. */
export interface Option {
  /** What its value is called in the help, such as `FILE`. */
  readonly value?: string;
  /** The only values that there are. */
  readonly oneOf?: readonly string[];
  /** The value is a number, from the first to the last of these; whole unless it says otherwise. */
  readonly number?: { readonly least: number; readonly most: number };
  /** May be given several times; `rest` takes what stands alone behind it too, as a shell puts it for `*.csv`. */
  readonly list?: 'repeated' | 'rest';
  /** Key of the text that explains it. */
  readonly about: string;
}

/** Options by their names. */
export type Options = Readonly<Record<string, Option>>;

type ValueOf<One extends Option> = One extends { readonly list: string }
  ? readonly string[]
  : One extends { readonly oneOf: readonly (infer Choice)[] }
    ? Choice
    : One extends { readonly number: object }
      ? number
      : One extends { readonly value: string }
        ? string
        : true;

/** What was given of options. */
export type Values<Of extends Options> = { readonly [Name in keyof Of]?: ValueOf<Of[Name]> };

/** Why an option is refused that other programs have. */
const REFUSED: Readonly<Record<string, string>> = {
  token: 'command.fault.token-option',
  insecure: 'command.fault.insecure-option',
};

/** An argument that may be repeated on a screen: anything else may be a secret in the wrong place. */
const PLAIN = /^-{0,2}[a-z][a-z-]{0,30}$/i;

function unknownOption(rawName: string, name: string, options: Options): Fault {
  const refused = Object.hasOwn(REFUSED, name) ? REFUSED[name] : undefined;
  if (refused !== undefined) return new Fault(message(refused));
  const near = nearest(name, Object.keys(options));
  if (!PLAIN.test(rawName)) return new Fault(message('command.fault.unclear-option'));
  return new Fault(
    near === undefined
      ? message('command.fault.unknown-option', rawName)
      : message('command.fault.unknown-option.near', rawName, `--${near}`),
  );
}

function choice(name: string, value: string, { oneOf = [] }: Option): string {
  if (oneOf.includes(value)) return value;
  const near = nearest(value, oneOf);
  const all = oneOf.join(', ');
  throw new Fault(
    near === undefined
      ? message('command.fault.choice', `--${name}`, all)
      : message('command.fault.choice.near', `--${name}`, all, near),
  );
}

function numberIn(name: string, value: string, { least, most }: NonNullable<Option['number']>): number {
  const number = /^\d{1,15}$/.test(value) ? Number(value) : NaN;
  if (number >= least && number <= most) return number;
  throw new Fault(message('command.fault.number', `--${name}`, least, most));
}

/** Reads arguments strictly: what is not known, given twice or without its value is a {@link Fault}. */
export function parseOptions<Of extends Options>(args: readonly string[], options: Of): Values<Of> {
  const { tokens } = util.parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { value }]) => [name, { type: value === undefined ? 'boolean' : 'string' }]),
    ),
    strict: false,
    tokens: true,
  });
  const values: Record<string, unknown> = {};
  let rest: string[] | undefined;
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      if (rest === undefined) throw new Fault(message('command.fault.argument'));
      rest.push(token.value);
      continue;
    }
    const { name, rawName, value, inlineValue } = token;
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (option === undefined) throw unknownOption(rawName, name, options);
    values[name] = valueOf(name, option, { value, isInline: inlineValue === true, before: values[name] });
    rest = option.list === 'rest' ? (values[name] as string[]) : undefined;
  }
  return values as Values<Of>;
}

interface Given {
  readonly value: string | undefined;
  /** Written as `--name=value`. */
  readonly isInline: boolean;
  /** What the same option was given before. */
  readonly before: unknown;
}

function valueOf(name: string, option: Option, { value, isInline, before }: Given): unknown {
  if (option.value === undefined) {
    if (value !== undefined) throw new Fault(message('command.fault.no-value', `--${name}`));
    return true;
  }
  if (value === undefined || value === '' || (!isInline && value.startsWith('-') && value !== '-'))
    throw new Fault(message('command.fault.value-missing', `--${name}`, option.value));
  if (option.list !== undefined) return [...((before as string[] | undefined) ?? []), value];
  if (before !== undefined) throw new Fault(message('command.fault.twice', `--${name}`));
  if (option.oneOf) return choice(name, value, option);
  return option.number ? numberIn(name, value, option.number) : value;
}
