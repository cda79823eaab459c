import { pseudoTexts } from '../../src/demo/pseudo';

test.each([
  ['Set to {0}', /^\[Šéţ ţö \{0\} ···\]$/],
  ['One|Two {1}', /^\[Öñé ·?\]\|\[Ţŵö \{1\} ··\]$/],
  ['a', /^\[à\]$/],
])('%j', (text, marked) => {
  expect(pseudoTexts({ key: text })['key']).toMatch(marked);
});

test('is longer than English by two fifths, and can wrap', () => {
  const english = 'Nobody can see on the git host who made them: they carry the integration’s own account.';
  const { key = '' } = pseudoTexts({ key: english });
  expect(key.length / english.length).toBeCloseTo(1.4, 1);
  expect(Math.max(...key.split(' ').map(({ length }) => length))).toBeLessThan(15);
});

test('dates and numbers are those of another language', () => {
  expect(pseudoTexts({ 'texts.language': 'en' })).toEqual({ 'texts.language': 'el' });
});
