import { nameMatch, namePatternProblem } from '../../src/model/name-pattern';

test.each<[string, string, boolean | undefined]>([
  ['(GitHub|GitLab): .+', 'GitLab: payments', true],
  ['(GitHub|GitLab): .+', 'payments', false],
  ['GitLab', 'GitLab: payments', false],
  ['GitHub|GitLab', 'GitLab', true],
  ['GitLab: .+', ' GitLab: payments ', true],
  ['\\p{Lu}+', 'ÄÖÜ', true],
  ['.*', 'a'.repeat(100), true],
  ['.*', 'a'.repeat(101), undefined],
])('%s and the name %s', (pattern, name, matches) => expect(nameMatch(pattern)?.(name)).toBe(matches));

test.each([
  ['[', 'not-valid'],
  ['(a', 'not-valid'],
  ['a)(b', 'not-valid'],
  ['', 'not-valid'],
  [' ', 'not-valid'],
  ['a'.repeat(201), 'too-long'],
  ['(a+)+', 'too-slow'],
  ['(?:a*){3}', 'too-slow'],
  ['(a|ab)*', 'too-slow'],
  ['((a|b))+', 'too-slow'],
  ['(a?){20}', 'too-slow'],
  ['.*.*.*.*.*', 'too-slow'],
  ['.{0,9}'.repeat(5), 'too-slow'],
  ['a?'.repeat(40), 'too-slow'],
  ['(a|a)'.repeat(30), 'too-slow'],
])('%s cannot be a rule: %s', (pattern, problem) => {
  expect(namePatternProblem(pattern)).toBe(problem);
  expect(nameMatch(pattern)).toBeUndefined();
});

test.each([
  'a'.repeat(200),
  '[A-Z]{2}-[0-9]{4}: [a-z]+( [a-z]+)?',
  '(GitHub|GitLab|Gerrit|Azure DevOps): .+ \\(.+\\)',
  '(?:a|b)?[+*]{3}\\(+',
  '(?<team>[a-z]+) [^\\]|]+?',
])('%s can', (pattern) => expect(namePatternProblem(pattern)).toBeUndefined());
