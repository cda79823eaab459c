import fc from 'fast-check';

import { plainText } from '../../../src/report/formats/plain-text';
import { spreadsheetCell } from '../../../src/report/formats/spreadsheet-cell';

test.each([
  ['Payments', 'Payments'],
  ['a-b = c, d', 'a-b = c, d'],
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', " '=1"],
  ['\r\n=1', " '=1"],
  ['=1\n+2', "'=1 +2"],
  ['  =1', "  '=1"],
  ['\u00a0=1', "\u00a0'=1"],
  ['\u3000=1', "\u3000'=1"],
  ['\u200b=1', "'=1"],
  ['\ufeff=1', "'=1"],
  ['\0=1', " '=1"],
  ['\uff1d1', "'\uff1d1"],
  ['\uff0b1', "'\uff0b1"],
  ['\uff0d1', "'\uff0d1"],
  ['\uff201', "'\uff201"],
  ['\ufe661', "'\ufe661"],
  ['"=1', `"'=1`],
  ["'tis", "''tis"],
  ["'=1", "''=1"],
  ['a;=1', "a;'=1"],
  ['a,=1', "a,'=1"],
  ['a|"=1"', `a|"'=1"`],
  ['a; +1, -2', "a; '+1, '-2"],
  ['left \u202eright\u202c', 'left right'],
])('%j is the cell %j', (text, cell) => expect(spreadsheetCell(text)).toBe(cell));

/** As a program reads it that wants the text again. */
function read(cell: string): string {
  return cell.replace(
    /(^|[,;|])([\s"\u200c\u200d]*)'(?=[=+\-@\u2212\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b'])/gu,
    '$1$2',
  );
}

const nasty = fc.string({
  unit: fc.constantFrom(...'=+-@\'",;| \t\r\n\0\u00a0\u200b\u202e\uff1d\uff0b\u2212aA1('),
  maxLength: 12,
});

/** Where a cell begins, whatever is taken for the sign between two, and whatever quotes are taken for. */
const FORMULA = /(?:^|[,;|\t\r\n])[\s"\p{Cf}]*[=+\-@\u2212]/u;

test('nothing that a spreadsheet may take for a cell begins with a sign of a formula, and each text can be had again', () => {
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), (text) => {
      const cell = spreadsheetCell(text);
      expect(FORMULA.exec(cell.normalize('NFKC'))).toBeNull();
      expect(read(cell)).toBe(plainText(text));
    }),
    { numRuns: 500 },
  );
});
