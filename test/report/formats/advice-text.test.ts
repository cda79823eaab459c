import { adviceText } from '../../../src/report/formats/advice-text';
import { ADVICES } from '../../support/advices';
import { expectGolden } from '../../support/golden-file';
import { textsIn } from '../../support/texts';

const t = textsIn('en');

test.each(ADVICES)('$name', ({ name, advice, given }) => {
  expectGolden(`advice/${name}.txt`, adviceText(advice, given, t));
});

test('no name ends a line or tells a terminal anything', () => {
  for (const { advice, given } of ADVICES)
    for (const line of adviceText(advice, given, t).split('\n')) expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
});
