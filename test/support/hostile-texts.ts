/** Repeats a part up to a length. */
const filled = (part: string) => (length: number) => part.repeat(Math.ceil(length / part.length)).slice(0, length);

const PARTS: Readonly<Record<string, string>> = {
  '@': '@',
  ':': ':',
  '/': '/',
  '://': '://',
  '.': '.',
  ',': ',',
  '-': '-',
  '#': '#',
  '?': '?',
  '=': '=',
  '%': '%',
  '+': '+',
  blanks: ' ',
  tabs: '\t',
  lines: '\n',
  returns: '\r',
  'blank lines': ' \n',
  'hard blanks': '\u00a0',
  zeros: '\0',
  digits: '1',
  letters: 'a',
  capitals: 'K',
  quotes: '"',
  'quotes and commas': '",',
  'quoted cells': '"a",',
  backslashes: '\\',
  braces: '{',
  brackets: '[',
  tags: '<',
  'closed tags': '<a>',
  'ends of tags': '</a>',
  attributes: '<a b="c" ',
  'values that do not end': '="\'',
  comments: '<!--',
  scripts: '<script>',
  entities: '&#1;&amp',
  rows: '<tr data-runner-id=1><td class=runner-key><dd class=schedule>',
  'tables in tables': '<table class=runners>',
  'a@': 'a@',
  'a:': 'a:',
  'a://': 'a://',
  'a://b ': 'a://b ',
  'a:b@ ': 'a:b@ ',
  '://@': '://@',
  '/@': '/@',
  ':/': ':/',
  'a.': 'a.',
  'a-': 'a-',
  '?a=': '?a=',
  '?token=': '?token=',
  '?key': '?key',
  tokens: 'token',
  secrets: '_secret_',
  keys: 'key-',
  '&&': '&',
  'amazon hosts': 'codecommit.',
  'git suffixes': '.git',
  'stars and slashes': '/*',
  'a://b/c@': 'a://b/c@',
  'a:b@c/': 'a:b@c/',
  '%40': '%40',
  '%2525': '%25',
  'token=': 'token=',
  '"token":': '"token":',
  'a token ': 'ghp_0123456789 ',
  'bearer ': 'bearer ',
  'git@a:b/@': 'git@a:b/@',
  '1,': '1,',
  '1,111': '1,111',
  '1:': '1:',
  '1.1': '1.1',
  'minutes ': '1 minute ',
  'an ': 'an ',
  'and ': '1 m and ',
  'ago ': ' ago',
  'in ': 'in ',
  dates: '2026-03-02T10:00:00Z ',
  'showing ': 'showing 1 - ',
  'showing digits': 'showing 1',
  'scheduled ': 'next scheduled ',
  labels: 'ID: ',
  'last run ': 'last run duration: ',
  'cron stars': '* ',
  'cron lists': '1-5/2,',
  surrogates: '\ud83d\ude00',
  halves: '\ud83d',
  'combining marks': 'e\u0301',
  'ligatures of 18 letters': '\ufdfa',
  'invisible marks': '\u200e',
  'dotted capitals': 'İ',
};

/**
 * Texts as somebody might give them to stop the page, by name: each makes one of a length. All texts from outside of the
 * page (names, origins, answers, pastes, files, the hash) may look like these.
 */
export const HOSTILE_TEXTS: Readonly<Record<string, (length: number) => string>> = {
  ...Object.fromEntries(Object.entries(PARTS).map(([name, part]) => [name, filled(part)])),
  'lines that open a quote': (length) => '"a\n'.repeat(Math.floor(length / 3)),
  'a name of a secret without end': (length) => `?${filled('key-')(length - 1)}`,
  'an unclosed quote': (length) => `"${filled('a,')(length - 1)}`,
  'an unclosed quote over lines': (length) => `a,"${filled('b\n')(length - 3)}`,
  'one @ after blanks': (length) => `${filled(' ')(length - 1)}@`,
  'one @ after letters': (length) => `${filled('a')(length - 1)}@`,
  'a scheme without end': (length) => `${filled('a+')(length - 2)}:/`,
  'an address, then @': (length) => `https://${filled('@')(length - 8)}`,
  'an address, then hosts': (length) => `https://${filled('a.b:1@')(length - 8)}`,
  'a user, then colons': (length) => `user:${filled(':a')(length - 5)}`,
  'blanks inside': (length) => `a${filled(' ')(length - 2)}b`,
  'blanks before a colon': (length) => `a${filled(' ')(length - 2)}:`,
  'slashes before a letter': (length) => `${filled('/*')(length - 1)}x`,
  'digits before a letter': (length) => `${filled('1')(length - 1)}x`,
  'many short words': filled('ab cd '),
};

/** Parts by their number, up to a length. */
const numbered = (part: (number: number) => string) => (length: number) => {
  const parts: string[] = [];
  for (let [place, size] = [0, 0]; size < length; place += 1) {
    parts.push(part(place));
    size += (parts.at(-1)?.length ?? 0) + 1;
  }
  return parts.join(',');
};

/** The same for JSON: whole and well formed, but of no data that anybody has. */
export const HOSTILE_JSON: Readonly<Record<string, (length: number) => string>> = {
  'an object of many members': (length) => `{${numbered((place) => `"k${place}":1`)(length)}}`,
  'rows of ever other members': (length) =>
    `[${numbered((place) => `{"a${place}":1,"b${place}":{"c${place}":2}}`)(length)}]`,
  'many lists that may be the one': (length) =>
    `{${numbered((place) => `"l${place}":[{"id":${place},"status":"x"}]`)(length)}}`,
  'many tables': (length) => `[${numbered(() => '{"rows":[["a"],["b"]],"columns":["c"]}')(length)}]`,
  'rows before the names of their columns': (length) =>
    `{"rows":[${numbered((place) => `["r${place}","Scheduled","INDEXED",1]`)(length)}],"columns":["repository","trigger","status","start time"]}`,
  'many names of columns': (length) => `{"columns":[${numbered((place) => `"c${place}"`)(length)}],"rows":[[1]]}`,
  'empty lists': (length) => `[${numbered(() => '[]')(length)}]`,
  'empty rows': (length) => `[${numbered(() => '{}')(length)}]`,
  'looks of numbers': (length) => `{"observations":[${numbered(String)(length)}]}`,
  'one member again and again': (length) => `{${numbered(() => '"a":1')(length)}}`,
  'one text': (length) => JSON.stringify({ repository: 'x'.repeat(length) }),
  'one name': (length) => JSON.stringify({ ['x'.repeat(length)]: 1 }),
  'one number': (length) => `[${'1'.repeat(length)}]`,
  escapes: (length) => `["${'\\u0041'.repeat(length / 6)}"]`,
};
