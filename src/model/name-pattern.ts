/** Characters of a naming rule, and of a name that is compared with one. */
const LONGEST_PATTERN = 200;
const LONGEST_NAME = 100;

/** Ways to match that a name may be tried in: a browser does so many in less than a second. */
const MOST_WAYS = 1e9;

export type NamePatternProblem = 'too-long' | 'not-valid' | 'too-slow';

/** A part that may be matched in several ways: how many at the most, and the alternatives so far. */
interface Part {
  ways: number;
  alternatives: number;
}

const whole = ({ ways, alternatives }: Part) => ways * alternatives;

/** An escaped character, a class, a quantifier, the begin or the end of a group, or any other character. */
const TOKEN = /\\.|\[(?:\\.|[^\]\\])*\]|(?:[*+?]|\{\d+(?:,\d*)?\})\??|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|./gsu;

/** In how many ways a quantifier may be filled by a name; one that says exactly how often, in one. */
function waysOf(quantifier: string): number {
  if (quantifier.startsWith('?')) return 2;
  return /^\{\d+\}/.test(quantifier) ? 1 : LONGEST_NAME;
}

/**
 * In how many ways a name can be tried at the most. Browsers try them all where none fits, and can not be stopped: what
 * repeats a part that has several ways itself, as `(a+)+`, would take for ever.
 */
function mostWays(pattern: string): number {
  let part: Part = { ways: 1, alternatives: 1 };
  const outer: Part[] = [];
  let last = 1;
  for (const [token] of pattern.matchAll(TOKEN)) {
    const isQuantifier = /^(?:[*+?]|\{\d)/.test(token);
    if (isQuantifier && last > 1 && !token.startsWith('?')) return Infinity;
    if (isQuantifier) part.ways *= waysOf(token);
    else if (token === '|') part.alternatives += 1;
    else if (token.startsWith('(')) {
      outer.push(part);
      part = { ways: 1, alternatives: 1 };
    }
    last = 1;
    if (token === ')') {
      last = whole(part);
      part = outer.pop() ?? part;
      part.ways *= last;
    }
  }
  return whole(part);
}

function compiled(pattern: string): RegExp | undefined {
  try {
    // By itself it has to be one too: `a)|(b` is none.
    return new RegExp(pattern, 'u') && new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    return undefined;
  }
}

/** Why a text cannot be the naming rule; undefined where it can. */
export function namePatternProblem(pattern: string): NamePatternProblem | undefined {
  if (pattern.length > LONGEST_PATTERN) return 'too-long';
  if (pattern.trim() === '' || !compiled(pattern)) return 'not-valid';
  return mostWays(pattern) > MOST_WAYS ? 'too-slow' : undefined;
}

/** Whether a name matches; undefined where it is too long to be compared. */
export type NameMatch = (name: string) => boolean | undefined;

let last: { readonly pattern: string; readonly matches: NameMatch | undefined } | undefined;

/**
 * Compares display names with a naming rule, a regular expression that has to match the whole name, without the blanks
 * around it. Undefined where the text is no possible rule.
 *
 * Example: `(GitHub|GitLab): .+` matches `GitLab: payments` and not `payments`.
 */
export function nameMatch(pattern: string): NameMatch | undefined {
  if (last?.pattern === pattern) return last.matches;
  const expression = namePatternProblem(pattern) === undefined ? compiled(pattern) : undefined;
  const matches =
    expression && ((name: string) => (name.trim().length > LONGEST_NAME ? undefined : expression.test(name.trim())));
  last = { pattern, matches };
  return matches;
}
