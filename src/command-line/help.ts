import { wrapped } from '../core';
import type { Texts } from '../i18n/texts';
import type { Command } from './commands';
import type { Option } from './options';

const PROGRAM = 'git-integration-checkup';

const NARROWEST = 50;
const WIDEST = 100;
/** Before what explains an option. */
const INDENT = 24;

/** A text in lines of that many characters, with the indent before each but the first. */
function inLines(text: string, columns: number, indent: number): string {
  return wrapped(text, columns - indent).join(`\n${' '.repeat(indent)}`);
}

function entry(name: string, text: string, columns: number): string {
  const start = `  ${name}`;
  const gap = start.length + 2 > INDENT ? `\n${' '.repeat(INDENT)}` : ' '.repeat(INDENT - start.length);
  return `${start}${gap}${inLines(text, columns, INDENT)}`;
}

function nameOf([name, { value }]: readonly [string, Option]): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

const columnsOf = (columns = 80) => Math.min(WIDEST, Math.max(NARROWEST, columns));

/** What the program can do. */
export function helpOfAll(commands: readonly Command[], t: Texts, terminalColumns?: number): string {
  const columns = columnsOf(terminalColumns);
  const about = (key: string) => inLines(t(key), columns, 0);
  return [
    `${t('command.help.usage')} ${PROGRAM} COMMAND [OPTIONS]`,
    '',
    about('command.about'),
    '',
    t('command.help.commands'),
    ...commands.map((command) => entry(command.name, t(command.about), columns)),
    '',
    t('command.help.options'),
    entry('--help', t('command.option.help'), columns),
    entry('--version', t('command.option.version'), columns),
    '',
    about('command.help.more'),
    '',
  ].join('\n');
}

/** What one command can do. */
export function helpOf(command: Command, t: Texts, terminalColumns?: number): string {
  const columns = columnsOf(terminalColumns);
  const { name, options, examples, notes } = command;
  return [
    `${t('command.help.usage')} ${PROGRAM} ${name} [OPTIONS]`,
    '',
    inLines(t(command.about), columns, 0),
    '',
    t('command.help.options'),
    ...Object.entries(options).map((option) => {
      const { about, oneOf } = option[1];
      return entry(nameOf(option), oneOf ? t(about, oneOf.join(', ')) : t(about), columns);
    }),
    '',
    t('command.help.examples'),
    ...examples.flatMap(([about, typed]) => [`  ${inLines(t(about), columns, 2)}`, `    ${PROGRAM} ${typed}`, '']),
    ...notes.flatMap((note) => [inLines(t(note), columns, 0), '']),
  ].join('\n');
}
