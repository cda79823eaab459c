import { formatHash, parseHash } from '../../../src/ui/state/view-state';

test('the default view needs no hash', () => {
  expect(formatHash(parseHash(''))).toBe('');
});

test('a view survives the way through the address', () => {
  const view = {
    tab: 'reindex',
    search: 'a&b=c #1 é',
    health: 'at-risk',
    host: 'gitlab',
    sort: 'repositories',
    descending: true,
    page: 3,
    open: 'integration:7',
  } as const;
  expect(parseHash(`#${formatHash(view)}`)).toEqual(view);
});

test.each(['#health=superb&sort=colour&page=-1&order=up', '#page=1.5', '#page=x', '#page=1e300', '#page=9007199254740993', '#page=Infinity', '#%'])('what %s says wrongly is left out', (hash) => {
  expect(formatHash(parseHash(hash))).toBe('');
});
