import { detectTable } from '../../../src/queue/formats/table-header';

const NAMES = ['id', 'repository', 'trigger', 'status', 'start'];

test.each([',', ';', '\t', '|'])('cells with “%s” between', (delimiter) => {
  expect(detectTable(NAMES.join(delimiter))).toMatchObject({ delimiter, start: 0, line: 1 });
});

test.each([
  ['a', 'no name is known', undefined],
  ['id', 'one name is known', undefined],
  ['id,status', 'two are', 1],
  ['', 'it is empty', undefined],
  ['\n \n', 'it has no text', undefined],
])('“%s”: %s', (text, _, line) => {
  expect(detectTable(text)?.line).toBe(line);
});

test.each([
  ['sep=;', 2],
  ['"sep=,"', 2],
  ['SEP=', 2],
  ['A title', 2],
  ['\n\n', 4],
  ['sep=;x', 2],
])('under “%s”', (above, line) => {
  expect(detectTable(`${above}\n${NAMES.join(';')}\n1;r;x;y;z`)).toMatchObject({ line, delimiter: ';' });
});

test.each([
  [19, 20],
  [20, undefined],
])('under %d remarks', (count, line) => {
  expect(detectTable('remark\n'.repeat(count) + NAMES.join(','))?.line).toBe(line);
});

test('a header of tabs below other lines is that of a page', () => {
  expect(detectTable(`1\n${NAMES.join('\t')}`)).toBeUndefined();
});

test('a first line that is enough is the header, and one that is not gives way to one below that is', () => {
  expect(detectTable(`${NAMES.join(',')}\n${NAMES.join(';')}`)?.line).toBe(1);
  expect(detectTable(`id,status\n${NAMES.join(';')}`)?.line).toBe(2);
  expect(detectTable('id,status\nid;status')?.line).toBe(1);
});

test.each([
  ['\n', '\n', '\n'],
  ['\r\n', '\r\n', '\r\n'],
  ['\r', '\r', '\r'],
  ['\r\n', '\n', '\n'],
  ['', '', '\n'],
])('lines that end with %j and %j', (one, other, newline) => {
  expect(detectTable(`${NAMES.join(',')}${one}a,b,c,d,e${other}`)?.newline).toBe(newline);
});

test('an end of a line inside of quotes ends none', () => {
  expect(detectTable(`${NAMES.join(',')}\r\n1,"a\nb",c,d,e\r\n`)?.newline).toBe('\r\n');
});
