import { CHECK_IDS, FAIL_ON } from '../core';
import { message, type Message } from '../model/message';
import { REINDEX_OPTIONS, WATCH_OPTIONS } from './advise/options';
import type { ExitCode, Io } from './io';
import { CONNECTION } from './jira/options';
import type { Option, Options, Values } from './options';

/** One thing that the program does. */
export interface Command<Of extends Options = Options> {
  readonly name: string;
  /** Key of the text that says what it does. */
  readonly about: string;
  readonly options: Of;
  /** What may be typed behind the name of the program, each with the key of what it is for. */
  readonly examples: readonly (readonly [about: string, typed: string])[];
  /** What else the help tells. */
  readonly notes: readonly (string | Message)[];
  run(values: Values<Of>, io: Io): Promise<ExitCode>;
}

const HELP = { about: 'command.option.help' } as const satisfies Option;

/** A command, which is then one of many: what it takes is known to itself alone. */
export function command<const Of extends Options>(one: Command<Of>): Command {
  return { ...one, options: { ...one.options, help: HELP } };
}

/** As what a report is written. */
const FORMATS = ['text', 'json', 'junit', 'prometheus', 'nagios', 'csv', 'markdown'] as const;

export type FormatName = (typeof FORMATS)[number];

export const CHECK_OPTIONS = {
  ...CONNECTION,
  timeout: { value: 'SECONDS', number: { least: 1, most: 86_400 }, about: 'command.option.timeout' },
  format: { value: 'FORMAT', oneOf: FORMATS, about: 'command.option.format' },
  output: { value: 'FILE', about: 'command.option.output' },
  'fail-on': { value: 'SEVERITY', oneOf: FAIL_ON, about: 'command.option.fail-on' },
  only: { value: 'ID,...', list: 'repeated', about: 'command.option.only' },
  skip: { value: 'ID,...', list: 'repeated', about: 'command.option.skip' },
  decisions: { value: 'FROM', about: 'command.option.decisions' },
  gathered: { value: 'FILE', about: 'command.option.gathered' },
  record: { value: 'FILE', about: 'command.option.record' },
} as const satisfies Options;

export type CheckValues = Values<typeof CHECK_OPTIONS>;

const CHECK = command({
  name: 'check',
  about: 'command.check.about',
  options: CHECK_OPTIONS,
  examples: [
    ['command.check.example.first', 'check --url https://jira.example.com/jira'],
    [
      'command.check.example.cron',
      'check --url https://jira.example.com --token-file /etc/checkup/token --fail-on low',
    ],
    ['command.check.example.build', 'check --url https://jira.example.com --format junit --output checkup.xml'],
    ['command.check.example.part', 'check --url https://jira.example.com --only 12,15 --skip display-name'],
    ['command.check.example.recording', 'check --gathered recording.json --format markdown'],
  ],
  notes: [
    message('command.check.note.checks', CHECK_IDS.join(', ')),
    'command.check.note.exit-codes',
    'command.note.token',
    'command.note.connection',
  ],
  run: async (values, io) => (await import('./check/check')).check(values, io),
});

const REINDEX = command({
  name: 'reindex',
  about: 'command.reindex.about',
  options: REINDEX_OPTIONS,
  examples: [
    ['command.reindex.example.page', 'reindex --queue queue.txt --interval 30'],
    ['command.reindex.example.database', 'reindex --queue *.csv --nodes 2 --threads 4 --interval "0 0/30 * * * ?"'],
    ['command.reindex.example.json', 'reindex --queue - --format json < history.json'],
  ],
  notes: ['command.note.queue', 'command.note.interval', 'command.note.advice-exit-codes'],
  run: async (values, io) => (await import('./advise/reindex')).reindex(values, io),
});

const WATCH = command({
  name: 'watch',
  about: 'command.watch.about',
  options: WATCH_OPTIONS,
  examples: [
    ['command.watch.example.day', 'watch --url https://jira.example.com/jira --for 24h --evidence evidence.json'],
    ['command.watch.example.cron', 'watch --url https://jira.example.com --for 0 --evidence evidence.json'],
    ['command.watch.example.later', 'reindex --queue evidence.json queue.txt'],
  ],
  notes: [
    'command.note.token',
    'command.note.connection',
    'command.note.looks',
    'command.note.evidence',
    'command.note.advice-exit-codes',
  ],
  run: async (values, io) => (await import('./advise/watch')).watch(values, io),
});

/** In the order of the help. */
export const COMMANDS: readonly Command[] = [CHECK, REINDEX, WATCH];
