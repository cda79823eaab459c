import Ajv from 'ajv';

import { adviceJson } from '../../../src/report/formats/advice-json';
import schema from '../../../src/report/advice-schema.json';
import { ADVICES } from '../../support/advices';
import { expectGolden } from '../../support/golden-file';
import { textsIn } from '../../support/texts';

const t = textsIn('en');
const isValid = new Ajv({ allErrors: true }).compile(schema);

test.each(ADVICES)('$name is as the schema says', ({ advice, given }) => {
  isValid(JSON.parse(adviceJson(advice, given, t)));
  expect(isValid.errors ?? []).toEqual([]);
});

test.each(['too-short', 'at-least', 'schedule-off'])('%s, as it stands in a file', (wanted) => {
  for (const { name, advice, given } of ADVICES)
    if (name === wanted) expectGolden(`advice/${name}.json`, adviceJson(advice, given, t));
});

test('names stand there as they are', () => {
  const hostile = ADVICES.find(({ name }) => name === 'hostile')!;
  const written = JSON.parse(adviceJson(hostile.advice, hostile.given, t)) as {
    given: { sources: { name: string }[] };
  };
  expect(written.given.sources[0]?.name).toBe(hostile.given.sources[0]?.name);
});

test('what is not known is absent, and so is anything that the schema does not name', () => {
  const written = JSON.parse(adviceJson(ADVICES[0]!.advice, ADVICES[0]!.given, t)) as object;
  expect(isValid({ ...written, more: 1 })).toBe(false);
  expect(isValid({ ...written, answer: { ...ADVICES[0]!.advice, basis: undefined } })).toBe(false);
});
