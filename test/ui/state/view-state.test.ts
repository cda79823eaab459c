import { act, renderHook, waitFor } from '@testing-library/react';

import { formatHash, parseHash, useViewState, type ViewState } from '../../../src/ui/state/view-state';

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

describe('the browser’s history', () => {
  const change = (hook: { current: ReturnType<typeof useViewState> }, changes: Partial<ViewState>) => act(() => hook.current[1](changes));
  const hashAfter = (go: () => void, hash: string) => {
    act(go);
    return waitFor(() => expect(window.location.hash).toBe(hash));
  };
  const back = () => window.history.back();

  /** The view at an address to which another one leads. */
  function viewAt(hash: string) {
    window.history.pushState(null, '', '/#search=before');
    window.history.pushState(null, '', `/${hash}`);
    const { result } = renderHook(useViewState);
    const close = (changes: Partial<ViewState> = {}) => {
      change(result, { open: undefined, ...changes });
      return waitFor(() => expect(result.current[0].open).toBeUndefined());
    };
    return { result, close };
  }

  test('Back after a checklist was closed leads to what was before it was opened, and Forward opens it again', async () => {
    const { result, close } = viewAt('#search=git');
    change(result, { open: 'integration:1' });
    expect(window.location.hash).toBe('#search=git&open=integration%3A1');
    await close();
    expect(window.location.hash).toBe('#search=git');
    await hashAfter(() => window.history.forward(), '#search=git&open=integration%3A1');
    expect(result.current[0].open).toBe('integration:1');
    await close();
    await hashAfter(back, '#search=before');
  });

  test('the view stays as it is when it closes, on the page of the integration that was seen last', async () => {
    const { result, close } = viewAt('');
    change(result, { open: 'integration:1' });
    change(result, { open: 'integration:2', page: 2 });
    await close();
    expect(window.location.hash).toBe('#page=2');
    await hashAfter(back, '#search=before');
  });

  test('a checklist that a link opened closes in its place: Back leaves', async () => {
    const { result, close } = viewAt('#open=integration%3A1');
    change(result, { open: 'integration:2' });
    await close();
    expect(window.location.hash).toBe('');
    await hashAfter(back, '#search=before');
  });

  test('closed twice at once, it goes back one step only', async () => {
    const { result, close } = viewAt('#search=git');
    change(result, { open: 'integration:1' });
    change(result, { open: undefined });
    await close();
    await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
    expect(window.location.hash).toBe('#search=git');
  });
});
