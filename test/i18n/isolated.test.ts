import fc from 'fast-check';

import { isolated } from '../../src/i18n/isolated';
import { textsIn } from '../support/texts';

test.each(['Payments', 'https://github.com/*', 'Größe', '团队', ''])('%j stays as it is', (text) => {
  expect(isolated(text)).toBe(text);
});

test.each([
  ['Hebrew', 'צוות תשלומים', '\u2068צוות תשלומים\u2069'],
  ['Arabic beside Latin', 'فريق GitLab', '\u2068فريق GitLab\u2069'],
  ['an override', 'evil\u202egnp.exe', '\u2068evilgnp.exe\u2069'],
  ['an end without a begin', 'out\u2069side', '\u2068outside\u2069'],
  ['an end before its begin', 'a\u2069b\u2068c', '\u2068abc\u2069'],
  ['a begin without an end', '\u2067inside', '\u2068inside\u2069'],
  ['what is isolated already', 'Fix: \u2068צוות\u2069 (2)', '\u2068Fix: \u2068צוות\u2069 (2)\u2069'],
])('%s has a direction of its own', (_, text, expected) => {
  expect(isolated(text)).toBe(expected);
});

test('nothing that is put into a sentence turns what stands after it', () => {
  const signs = fc.constantFrom(
    '\u202a',
    '\u202b',
    '\u202d',
    '\u202e',
    '\u202c',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
    'a',
    'א',
  );
  const t = textsIn('en');
  fc.assert(
    fc.property(fc.string({ unit: signs }), (name) => {
      let open = 0;
      for (const sign of t('table.open', name)) {
        expect(sign).not.toMatch(/[\u202a-\u202e]/);
        if (/[\u2066-\u2068]/.test(sign)) open += 1;
        if (sign === '\u2069') open -= 1;
        expect(open).toBeGreaterThanOrEqual(0);
      }
      expect(open).toBe(0);
    }),
  );
});
