import fc from 'fast-check';

import { expositionText, type Family } from '../../../src/report/formats/exposition';
import { readExposition } from '../../support/exposition';

const family = (changes: Partial<Family>): Family => ({ name: 'm', help: 'What it is.', samples: [], ...changes });

test('help, type, samples', () => {
  const samples = [
    { labels: {}, value: 1772442900.5 },
    { labels: { a: '\\"\n', b: undefined }, value: 0 },
  ];
  expect(expositionText([family({ help: 'a\\b\n"c"', samples }), family({ name: 'empty' })])).toBe(
    '# HELP m a\\\\b\\n"c"\n# TYPE m gauge\nm 1772442900.5\nm{a="\\\\\\"\\n"} 0\n',
  );
});

test('whatever the value of a label is, it is read as it was', () => {
  const any = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
  const value = fc.string({ unit: fc.oneof(any, fc.constantFrom('\\', '"', '\n', 'n', '}', ',', '=', ' ')) });
  fc.assert(
    fc.property(fc.uniqueArray(value, { maxLength: 5 }), (values) => {
      const samples = values.map((name, place) => ({ labels: { id: String(place), name }, value: place }));
      const read = readExposition(expositionText([family({ samples })]));
      expect(read.map(({ labels }) => labels['name'])).toEqual(values);
    }),
    { numRuns: 300 },
  );
});
