import {
  isDay,
  isoBlur,
  localHour,
  parseEpoch,
  parseIsoTime,
  utcDay,
  zoneMinutes,
} from '../../../src/queue/rows/iso-time';

test.each([
  ['99999999', undefined],
  ['100000000', 100_000_000_000],
  ['99999999999', 99_999_999_999_000],
  ['100000000000', undefined],
  ['999999999999', undefined],
  ['1000000000000', 1_000_000_000_000],
  ['9999999999999', 9_999_999_999_999],
  ['10000000000000', undefined],
  ['999999999999999', undefined],
  ['1000000000000000', 1_000_000_000_000],
  ['9007199254740991', 9_007_199_254_740],
  ['10000000000000000', undefined],
  ['1695470000.5', 1_695_470_000_500],
  ['1695470000000.9', 1_695_470_000_000],
  ['12345678.5', undefined],
  ['1695470000.', undefined],
  ['x695470000', undefined],
  ['169547000:', undefined],
  [`1695470000.${'0'.repeat(19)}`, 1_695_470_000_000],
  [`1695470000.${'0'.repeat(20)}`, undefined],
  ['-1695470000', undefined],
])('the number %s as a time', (text, at) => {
  expect(parseEpoch(text)).toBe(at);
});

test.each([
  [2023, 1, 31, true],
  [2023, 1, 32, false],
  [2023, 1, 0, false],
  [2023, 2, 28, true],
  [2023, 2, 29, false],
  [2024, 2, 29, true],
  [2024, 2, 30, false],
  [2100, 2, 29, false],
  [2000, 2, 29, true],
  [2024, 3, 31, true],
  [2023, 4, 30, true],
  [2023, 4, 31, false],
  [2023, 12, 31, true],
  [2023, 0, 1, false],
  [2023, 13, 1, false],
])('%d-%d-%d is a day: %s', (year, month, day, is) => {
  expect(isDay(year, month, day)).toBe(is);
});

test.each([
  ['Z', 0],
  ['z', 0],
  ['UTC', 0],
  ['GMT', 0],
  ['+02', 120],
  ['+0230', 150],
  ['-02:30', -150],
  ['+14:00', 840],
  ['+15:00', undefined],
  ['+02:59', 179],
  ['+02:60', undefined],
  ['02:00', undefined],
  ['+2', undefined],
  ['x+02:00', undefined],
  ['+02:00x', undefined],
])('the zone %s is %d minutes east', (text, minutes) => {
  expect(zoneMinutes(text)).toBe(minutes);
});

const local = (...parts: [number, number, number, number, number?, number?, number?]) => new Date(...parts).getTime();

test.each([
  ['2026-03-02T10:15:30Z', Date.UTC(2026, 2, 2, 10, 15, 30)],
  ['2026-03-02T23:59:60Z', Date.UTC(2026, 2, 3)],
  ['2026-03-02T10:15:30.1Z', Date.UTC(2026, 2, 2, 10, 15, 30, 100)],
  ['2026-03-02T10:15:30,12Z', Date.UTC(2026, 2, 2, 10, 15, 30, 120)],
  ['2026-03-02T10:15:30.1239Z', Date.UTC(2026, 2, 2, 10, 15, 30, 123)],
  ['2026-03-02T10:15:30.Z', Date.UTC(2026, 2, 2, 10, 15, 30)],
  ['2026-03-02 10:15:30 +02:00', Date.UTC(2026, 2, 2, 8, 15, 30)],
  ['2026-03-02 10:15:30 UTC', Date.UTC(2026, 2, 2, 10, 15, 30)],
  ['2026-03-02T10:15-0230', Date.UTC(2026, 2, 2, 12, 45)],
  ['2026-03-02 10:15', local(2026, 2, 2, 10, 15)],
  ['2026-03-02 10:15:30.5', local(2026, 2, 2, 10, 15, 30, 500)],
  ['2026-03-02T24:15:30Z', undefined],
  ['2026-03-02T10:60:30Z', undefined],
  ['2026-03-02T10:15:61Z', undefined],
  ['2026-02-29T10:15:30Z', undefined],
  ['2026-03-02T10:15:30 Berlin', undefined],
  ['2026/03-02T10:15:30Z', undefined],
  ['2026-03/02T10:15:30Z', undefined],
  ['2026-03-02T10.15:30Z', undefined],
  ['2026-03-02T10:1', undefined],
  ['2o26-03-02T10:15:30Z', undefined],
  ['2026-03-02T10:15:3xZ', undefined],
])('the moment %s', (text, at) => {
  expect(parseIsoTime(text)).toBe(at);
});

test.each([
  ['2026-03-02 10:15', 1],
  ['2026-03-02 10:15Z', 1],
  ['2026-03-02 10:15:30', 0],
])('%s is known to %d minutes', (text, blur) => {
  expect(isoBlur(text)).toBe(blur);
});

test('days and hours, one after the other and again', () => {
  for (const day of [1, 2, 1, 31]) {
    expect(utcDay(2026, 3, day)).toBe(Date.UTC(2026, 2, day));
    for (const hour of [0, 23, 0]) expect(localHour(2026, 3, day, hour)).toBe(local(2026, 2, day, hour));
  }
  // One day of two years, and of two months.
  expect([utcDay(2025, 3, 1), utcDay(2025, 4, 1)]).toEqual([Date.UTC(2025, 2, 1), Date.UTC(2025, 3, 1)]);
  expect([localHour(2025, 3, 1, 0), localHour(2025, 4, 1, 0)]).toEqual([local(2025, 2, 1, 0), local(2025, 3, 1, 0)]);
});
