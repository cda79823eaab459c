/** @jest-environment node */
import { numberOf, plainNumber } from '../../src/reindex/numbers';

test.each([
  ['1,695,470,000,000', '1695470000000'], ['1.695.470.000.000', '1695470000000'], ['1 695 470 000 000', '1695470000000'],
  ['1\u00a0695\u00a0470', '1695470'], ['1\u202f695', '1695'], ['12\u2019345', '12345'], ["1'695'470", '1695470'], ['12,345', '12345'], ['-1,234', '-1234'],
  ['17.0', '17'], ['1.000000', '1'], ['-3.0', '-3'],
])('%s is %s', (text, plain) => {
  expect(plainNumber(text)).toBe(plain);
});

test.each(['', '17', '12.345', '1.701', '1,69', '1,2345', '1,695.470', '1,695 470', '17.00000001', 'a,695', '1,695,', '0b2c5a5e-7d0e-4a55-9d8a-1c1f7c2f0a11', '10.0.0.1', '2023.09.23'])(
  '“%s” stays as it is',
  (text) => {
    expect(plainNumber(text)).toBe(text);
  },
);

test.each([['12,345', 12_345], [' 17.5 ', 17.5], ['1e3', 1000], ['', undefined], ['-', undefined], ['x', undefined], ['Infinity', undefined]])('the number of “%s”', (text, value) => {
  expect(numberOf(text)).toBe(value);
});
