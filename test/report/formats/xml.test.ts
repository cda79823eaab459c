import { xmlLines, xmlText } from '../../../src/report/formats/xml';

test.each([
  ['a & b < c > d "e"', 'a &amp; b &lt; c &gt; d &quot;e&quot;'],
  ['&amp;', '&amp;amp;'],
  [']]>', ']]&gt;'],
  ['line\nand\ttab', 'line and tab'],
  ['zero\0, escape\u001b', 'zero , escape '],
  ['half \udc00, not a sign \ufffe\uffff', 'half \ufffd, not a sign \ufffd\ufffd'],
  ['😀', '😀'],
])('%j is written as %j', (text, written) => {
  expect(xmlText(text)).toBe(written);
});

test('elements stand in each other, texts in their lines', () => {
  const lines = xmlLines({
    name: 'a',
    attributes: { b: '"', c: 1 },
    children: [{ name: 'd' }, { name: 'e', text: ['one', '<two>'] }],
  });
  expect(lines).toEqual(['<a b="&quot;" c="1">', '  <d/>', '  <e>one\n&lt;two&gt;</e>', '</a>']);
});
