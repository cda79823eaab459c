import { linesOf, type Paragraph } from '../../../src/report/formats/paragraphs';

const paper = { width: 30, colours: false };

test.each<[string, Paragraph, readonly string[]]>([
  ['nothing is a blank line', {}, ['']],
  ['a label alone', { label: 'Head', style: 'bold' }, ['Head']],
  ['a label and its text', { label: 'High:', text: 'wrong' }, ['High: wrong']],
  [
    'further lines hang',
    { indent: 2, label: 'High:', text: 'a text of more than one line' },
    ['  High: a text of more than', '    one line'],
  ],
])('%s', (_, paragraph, lines) => {
  expect(linesOf(paragraph, paper)).toEqual(lines);
});

test('colours are put around the label alone, and end there', () => {
  const lines = linesOf({ label: 'High:', style: 'red', text: 'wrong' }, { ...paper, colours: true });
  expect(lines).toEqual(['\u001b[31mHigh:\u001b[39m wrong']);
});

test('a label of more than one line has them on each', () => {
  const label = 'a label that takes more than one line:';
  expect(linesOf({ label, style: 'bold', text: 'text' }, { ...paper, colours: true })).toEqual([
    '\u001b[1ma label that takes more than\u001b[22m',
    '  \u001b[1mone line:\u001b[22m text',
  ]);
});

test('no text writes a code of its own, with colours or without', () => {
  const hostile = { label: 'a\u001b[2Jb', style: 'bold', text: 'c\u001b]0;title\u0007d\nforged line' } as const;
  expect(linesOf(hostile, paper).join('|')).toBe('a [2Jb c ]0;title d forged|  line');
  const coloured = linesOf(hostile, { ...paper, colours: true });
  expect(coloured).toHaveLength(2);
  expect(coloured.join('').match(/\u001b/g)).toHaveLength(2);
});

test('a terminal of no width still has lines', () => {
  expect(linesOf({ text: 'some words of a text' }, { width: 1, colours: false })).toEqual(['some words of a text']);
});
