import { LONGEST_DURATION, LATEST_MOMENT } from '../../../src/model/limits';
import { message } from '../../../src/model/message';
import {
  idOf,
  isRefusal,
  numberWithin,
  quote,
  readMinutes,
  readTime,
  taskId,
  textOf,
  UNDECIDED,
} from '../../../src/queue/rows/cell-values';
import { noHabits, type WritingHabits } from '../../../src/queue/rows/numbers';
import { said } from '../../support/problems';

const NOW = Date.UTC(2026, 2, 2, 12);
const UUID = '0b2c5a5e-7d0e-4a55-9d8a-1c1f7c2f0a11';
const over = (): WritingHabits => ({ ...noHabits(), isOver: true });

test.each([
  [' GitHub ', 'GitHub'],
  ['-', undefined],
  [' NULL ', undefined],
  ['', undefined],
  ['https://user:secret@host/x', 'https://•••@host/x'],
])('the text of “%s”', (cell, text) => {
  expect(textOf(cell)).toBe(text);
});

test.each([
  ['17', '17'],
  ['17.0', '17'],
  ['1,234', '1234'],
  ['a-1', 'a-1'],
  ['-', undefined],
])('the id “%s”', (cell, id) => {
  expect(idOf(cell)).toBe(id);
});

test.each([
  [UUID, UUID],
  [UUID.toUpperCase(), UUID],
  [`{${UUID}}`, UUID],
  [`{${UUID.toUpperCase()}}`, UUID],
  [` ${UUID} `, UUID],
  ['A7', 'A7'],
  [`x{${UUID}}`, `x{${UUID}}`],
  [`{${UUID}}x`, `{${UUID}}x`],
  ['ABCDEFGH_1234-1234-1234-123456789012', 'ABCDEFGH_1234-1234-1234-123456789012'],
  ['ABCDEFGH-1234_1234-1234-123456789012', 'ABCDEFGH-1234_1234-1234-123456789012'],
  ['ABCDEFGH-1234-1234_1234-123456789012', 'ABCDEFGH-1234-1234_1234-123456789012'],
  ['ABCDEFGH-1234-1234-1234_123456789012', 'ABCDEFGH-1234-1234-1234_123456789012'],
  ['17.0', '17'],
  ['', undefined],
])('the id of a task “%s”', (cell, id) => {
  expect(taskId(cell)).toBe(id);
});

test.each([
  ['5', 5],
  ['4', undefined],
  ['x', undefined],
])('the number “%s”, of those above 4', (cell, value) => {
  expect(numberWithin(cell, (number) => number > 4)).toBe(value);
});

test.each([
  ['short', '“short”'],
  ['', '(empty)'],
  ['x'.repeat(40), `“${'x'.repeat(40)}”`],
  ['x'.repeat(41), `“${'x'.repeat(40)}…”`],
  ['https://user:secret@host', '“https://•••@host”'],
])('%s is quoted', (cell, quoted) => {
  expect(said(quote(cell))).toBe(quoted);
});

test.each([
  [message('queue.problem.times'), true],
  [UNDECIDED, true],
  [undefined, false],
  [{ at: 1, blur: 0 }, false],
])('a refusal: %p', (value, refused) => {
  expect(isRefusal(value)).toBe(refused);
});

describe('times', () => {
  test.each<[string, number | undefined]>([
    ['', undefined],
    [' - ', undefined],
    ['Never', undefined],
    ['none', undefined],
    ['N/A', undefined],
    ['0', undefined],
    ['0.0', undefined],
    ['0000-00-00 00:00:00', undefined],
    // The first days of 1970 are a 0 that became a time.
    ['1970-01-02T23:59:59.999Z', undefined],
    ['1970-01-03T00:00:00Z', 172_800_000],
    ['1899-12-30T00:00:00Z', undefined],
    ['1,695,470,000,000', 1_695_470_000_000],
    ['1 minute ago', NOW - 60_000],
    ['2026-03-02T10:15:30Z', Date.UTC(2026, 2, 2, 10, 15, 30)],
    ['9999-12-31T23:59:59.999Z', LATEST_MOMENT],
  ])('“%s”', (cell, at) => {
    expect(readTime(cell, NOW, over(), 'start-time')).toEqual(
      at === undefined ? undefined : expect.objectContaining({ at }),
    );
  });

  test.each([
    ['soon', 'unreadable start time “soon”'],
    ['never again', 'unreadable start time “never again”'],
    ['9999999999999999999', 'unreadable start time “9999999999999999999”'],
    ['9999-12-31T23:59:59.999-00:01', 'unreadable start time “9999-12-31T23:59:59.999-00:01”'],
    ['x 0', 'unreadable start time “x 0”'],
    ['9/10/2023 11:53', 'start time “9/10/2023 11:53” may be two days: export dates as 2026-12-31 23:59:59'],
  ])('“%s” is refused', (cell, reason) => {
    expect(said(readTime(cell, NOW, over(), 'start-time'))).toBe(reason);
  });

  test.each<[string, string[], WritingHabits['dayOrder'], string]>([
    ['told by another', ['13/10/2023 11:53'], 'day-first', '2023-10-9'],
    ['told the other way', ['10/13/2023 11:53'], 'month-first', '2023-9-10'],
  ])('day and month, %s', (_, others, order, day) => {
    const habits = noHabits();
    for (const other of others) readTime(other, NOW, habits, 'start-time');
    expect(habits.dayOrder).toBe(order);
    expect(readTime('9/10/2023 11:53', NOW, habits, 'start-time')).toBe(UNDECIDED);
    habits.isOver = true;
    const [year = 0, month = 1, date] = day.split('-').map(Number);
    expect(readTime('9/10/2023 11:53', NOW, habits, 'start-time')).toMatchObject({
      at: new Date(year, month - 1, date, 11, 53).getTime(),
    });
  });

  test('two dates that contradict each other tell nothing', () => {
    const habits = noHabits();
    for (const other of ['13/10/2023 11:53', '10/13/2023 11:53', '13/10/2023 11:53'])
      readTime(other, NOW, habits, 'look');
    habits.isOver = true;
    expect(habits.dayOrder).toBe('mixed');
    expect(said(readTime('9/10/2023 11:53', NOW, habits, 'look'))).toMatch(/may be two days/);
  });

  test.each([
    ['2026-03-02T10:15:30Z', false],
    ['2026-03-02T10:15:30+02', false],
    ['2026-03-02T10:15:30-0230', false],
    ['2026-03-02 10:15:30.123+02:30', false],
    ['2026-03-02 10:15', true],
    ['2026-03-02 10:15:30.123', true],
    ['23.09.2023 11:53', true],
    ['23-SEP-23 01.53.20 PM +02:00', false],
    ['1772446530000', false],
    ['1 minute ago', false],
  ])('“%s” says no zone: %s', (cell, isLocal) => {
    const habits = noHabits();
    readTime(cell, NOW, habits, 'start-time');
    expect(habits.hasLocalTimes).toBe(isLocal);
  });

  test('a grouped time tells how groups are written', () => {
    const habits = noHabits();
    readTime('1.695.470.000.000', NOW, habits, 'start-time');
    expect(habits.grouping).toBe('.');
  });
});

describe('durations', () => {
  test.each<[string, number | undefined]>([
    ['', undefined],
    ['-', undefined],
    ['Never', undefined],
    [' Never ', undefined],
    ['120', 2],
    ['2 minutes, 30 seconds', 2.5],
    ['0', 0],
    ['1:30', 1.5],
    [String(LONGEST_DURATION * 60), LONGEST_DURATION],
  ])('“%s”, in seconds', (cell, minutes) => {
    expect(readMinutes(cell, 1 / 60, over(), 'processing-time')).toBe(minutes);
  });

  test.each(['soon', String(LONGEST_DURATION * 60 + 1), '-5', '53000000 minutes'])('“%s” is refused', (cell) => {
    expect(said(readMinutes(cell, 1 / 60, over(), 'processing-time'))).toBe(`unreadable processing time “${cell}”`);
  });

  test('thousands or thousandths: the end of the file tells', () => {
    expect(readMinutes('12.345', 1, noHabits(), 'processing-time')).toBe(UNDECIDED);
    expect(readMinutes('12.345', 1, over(), 'processing-time')).toBe(12.345);
  });
});
