/** Repeats a part up to a length. */
const filled = (part: string) => (length: number) => part.repeat(Math.ceil(length / part.length)).slice(0, length);

const PARTS: Readonly<Record<string, string>> = {
  '@': '@', ':': ':', '/': '/', '://': '://', '.': '.', ',': ',', '-': '-', '#': '#', '?': '?', '=': '=', '%': '%', '+': '+',
  blanks: ' ', tabs: '\t', lines: '\n', returns: '\r', 'blank lines': ' \n', 'hard blanks': '\u00a0', zeros: '\0', digits: '1', letters: 'a', capitals: 'K',
  quotes: '"', 'quotes and commas': '",', 'quoted cells': '"a",', backslashes: '\\', braces: '{', brackets: '[', tags: '<', 'closed tags': '<a>',
  'a@': 'a@', 'a:': 'a:', 'a://': 'a://', 'a://b ': 'a://b ', 'a:b@ ': 'a:b@ ', '://@': '://@', '/@': '/@', ':/': ':/', 'a.': 'a.', 'a-': 'a-', '?a=': '?a=',
  '?token=': '?token=', '?key': '?key', tokens: 'token', secrets: '_secret_', keys: 'key-', '&&': '&', 'amazon hosts': 'codecommit.', 'git suffixes': '.git', 'stars and slashes': '/*',
  '1,': '1,', '1,111': '1,111', '1:': '1:', '1.1': '1.1', 'minutes ': '1 minute ', 'an ': 'an ', 'and ': '1 m and ', 'ago ': ' ago', 'in ': 'in ', dates: '2026-03-02T10:00:00Z ',
  'showing ': 'showing 1 - ', 'showing digits': 'showing 1', 'scheduled ': 'next scheduled ', labels: 'ID: ', 'last run ': 'last run duration: ', 'cron stars': '* ', 'cron lists': '1-5/2,',
  surrogates: '\ud83d\ude00', halves: '\ud83d', 'combining marks': 'e\u0301', 'ligatures of 18 letters': '\ufdfa', 'invisible marks': '\u200e', 'dotted capitals': 'İ',
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
