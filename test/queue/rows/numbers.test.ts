import {
  amountOf,
  noHabits,
  plainNumber,
  UNDECIDED_NUMBER,
  wholeNumber,
  type WritingHabits,
} from '../../../src/queue/rows/numbers';

test.each([
  ['1,695,470,000,000', '1695470000000'],
  ['1.695.470.000.000', '1695470000000'],
  ['1 695 470 000 000', '1695470000000'],
  ['1\u00a0695\u00a0470', '1695470'],
  ['1\u202f695', '1695'],
  ['12\u2019345', '12345'],
  ["1'695'470", '1695470'],
  ['12,345', '12345'],
  ['-1,234', '-1234'],
  ['1.701', '1701'],
  ['1.000', '1000'],
  ['17.0', '17'],
  ['1.000000', '1'],
  ['-3.0', '-3'],
  ['0.0', '0'],
  [`1${',000'.repeat(9)}`, `1${'000'.repeat(9)}`],
  ['\u00a01,234\u00a0', '1234'],
])('the whole number %s is %s', (text, plain) => {
  expect(plainNumber(text)).toBe(plain);
});

test.each([
  '',
  '17',
  '1,69',
  '1,2345',
  '1,695.470',
  '1,695 470',
  '17.00000001',
  'a,695',
  '1,695,',
  '0b2c5a5e-7d0e-4a55-9d8a-1c1f7c2f0a11',
  '10.0.0.1',
  '2023.09.23',
  `123${',000'.repeat(10)}`,
])('“%s” stays as it is', (text) => {
  expect(plainNumber(text)).toBe(text);
});

test.each([
  ['12,345', 12_345],
  [' 17.0 ', 17],
  ['1e3', 1000],
  ['', undefined],
  ['-', undefined],
  ['x', undefined],
  ['Infinity', undefined],
])('the whole number “%s”', (text, value) => {
  expect(wholeNumber(text)).toBe(value);
});

describe('amounts', () => {
  test.each<[string, number | undefined, WritingHabits['grouping']]>([
    ['17', 17, undefined],
    ['12.5', 12.5, ','],
    ['0.345', 0.345, ','],
    ['12,34', 12.34, '.'],
    ['0,345', 0.345, '.'],
    ['12.3456', 12.3456, ','],
    ['1,695,470', 1_695_470, ','],
    ['1.695.470', 1_695_470, '.'],
    ['1 695', 1695, undefined],
    ['1,695.25', 1695.25, ','],
    ['1.695,25', 1695.25, '.'],
    ['1 695,25', 1695.25, '.'],
    ['1e3', 1000, undefined],
    ['-', undefined, undefined],
    ['', undefined, undefined],
    ['1,2,3', undefined, undefined],
    ['1.695.25', undefined, undefined],
    ['x', undefined, undefined],
    ['\u00a01,695.25\u00a0', 1695.25, ','],
    [`${'0'.repeat(39)}1`, 1, undefined],
    [`${'0'.repeat(40)}1`, undefined, undefined],
    ['-0.345', -0.345, ','],
    ['-0,345', -0.345, '.'],
  ])('“%s” is %d, and tells of groups: %s', (text, value, grouping) => {
    const habits = noHabits();
    expect(amountOf(text, habits)).toBe(value);
    expect(habits.grouping).toBe(grouping);
  });

  test.each([
    ['1.695.470', 12_345, 12.345],
    ['1,695,470', 12.345, 12_345],
    ['0.5', 12.345, 12_345],
    ['0,5', 12_345, 12.345],
  ])('beside “%s” 12.345 is %d, and 12,345 is %d', (other, dotted, withComma) => {
    const habits = noHabits();
    expect([amountOf('12.345', habits), amountOf('12,345', habits)]).toEqual([UNDECIDED_NUMBER, UNDECIDED_NUMBER]);
    amountOf(other, habits);
    expect([amountOf('12.345', habits), amountOf('12,345', habits)]).toEqual([dotted, withComma]);
  });

  test('by nothing told they are English', () => {
    const habits = { ...noHabits(), isOver: true };
    expect([amountOf('12.345', habits), amountOf('12,345', habits)]).toEqual([12.345, 12_345]);
  });

  test('a fraction that contradicts what was told is none', () => {
    expect(amountOf('12,5', { ...noHabits(), grouping: ',' })).toBeUndefined();
    expect(amountOf('12.5', { ...noHabits(), grouping: '.' })).toBeUndefined();
  });
});
