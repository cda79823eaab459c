import { act, renderHook, waitFor } from '@testing-library/react';

import { formatHash, LONGEST_STEP, parseHash, useViewState, type ViewState } from '../../../src/ui/state/view-state';

test('the default view needs no hash', () => {
  expect(formatHash(parseHash(''))).toBe('');
});

test('a view survives the way through the address', () => {
  const view = {
    tab: 'reindex',
    search: 'a&b=c #1 é',
    health: 'at-risk',
    host: 'gitlab',
    check: 'ssl-verification',
    sort: 'repositories',
    descending: true,
    page: 3,
    open: 'integration:7',
  } as const;
  expect(parseHash(`#${formatHash(view)}`)).toEqual(view);
});

test.each([
  '#health=superb&sort=colour&page=-1&order=up',
  '#page=1.5',
  '#page=x',
  '#page=1e300',
  '#page=9007199254740993',
  '#page=Infinity',
  '#%',
])('what %s says wrongly is left out', (hash) => {
  expect(formatHash(parseHash(hash))).toBe('');
});

describe('the browser’s history', () => {
  const change = (hook: { current: ReturnType<typeof useViewState> }, changes: Partial<ViewState>) =>
    act(() => hook.current[1](changes));
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
    const close = (closed: string) => {
      change(result, { open: undefined });
      expect(result.current[0].open).toBeUndefined();
      return arrive(closed);
    };
    /** Until the browser is there, and the page too. */
    const arrive = async (expected: string) => {
      await waitFor(() => expect(window.location.hash).toBe(expected));
      await waitFor(() => expect(formatHash(result.current[0])).toBe(expected.replace('#', '')));
    };
    return { result, close, arrive };
  }

  test('Back after a checklist was closed leads to what was before it was opened, and Forward opens it again', async () => {
    const { result, close } = viewAt('#search=git');
    change(result, { open: 'integration:1' });
    expect(window.location.hash).toBe('#search=git&open=integration%3A1');
    await close('#search=git');
    await hashAfter(() => window.history.forward(), '#search=git&open=integration%3A1');
    expect(result.current[0].open).toBe('integration:1');
    await close('#search=git');
    await hashAfter(back, '#search=before');
  });

  test('the view stays as it is when it closes, on the page of the integration that was seen last', async () => {
    const { result, close } = viewAt('');
    change(result, { open: 'integration:1' });
    change(result, { open: 'integration:2', page: 2 });
    await close('#page=2');
    await hashAfter(back, '#search=before');
  });

  test('a checklist that a link opened closes in its place: Back leaves', async () => {
    const { result, close } = viewAt('#open=integration%3A1');
    change(result, { open: 'integration:2' });
    await close('');
    await hashAfter(back, '#search=before');
  });

  test('closed twice at once, it goes back one step only', async () => {
    const { result, close } = viewAt('#search=git');
    change(result, { open: 'integration:1' });
    change(result, { open: undefined });
    await close('#search=git');
    await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
    expect(window.location.hash).toBe('#search=git');
  });

  describe('while the browser goes back', () => {
    afterEach(() => jest.useRealTimers());

    test('what is changed is shown at once, and stands in the address where it arrives', async () => {
      const { result, arrive } = viewAt('#search=git');
      change(result, { open: 'integration:1' });
      change(result, { open: undefined });
      change(result, { search: 'gitl' });
      change(result, { sort: 'name' });
      expect(result.current[0]).toMatchObject({ search: 'gitl', sort: 'name', open: undefined });
      await arrive('#search=gitl&sort=name');
      await hashAfter(() => window.history.forward(), '#search=git&open=integration%3A1');
      await hashAfter(back, '#search=gitl&sort=name');
      await hashAfter(back, '#search=before');
    });

    test('a checklist that is opened is a step from where it arrives', async () => {
      const { result, close, arrive } = viewAt('#search=git');
      change(result, { open: 'integration:1' });
      change(result, { open: undefined });
      change(result, { open: 'integration:2', page: 2 });
      expect(result.current[0].open).toBe('integration:2');
      await arrive('#search=git&page=2&open=integration%3A2');
      await close('#search=git&page=2');
      await hashAfter(back, '#search=before');
    });

    test('it never arrives: the view is written where it is, and the next checklist closes by a step back again', () => {
      jest.useFakeTimers();
      const goBack = jest.spyOn(window.history, 'back').mockImplementation(() => undefined);
      const { result } = viewAt('#search=git');
      const openAndClose = (open: string) => {
        change(result, { open });
        change(result, { open: undefined });
      };
      openAndClose('integration:1');
      change(result, { search: 'gitl' });
      act(() => jest.advanceTimersByTime(LONGEST_STEP - 1));
      expect(window.location.hash).toBe('#search=git&open=integration%3A1');
      act(() => jest.advanceTimersByTime(1));
      expect(window.location.hash).toBe('#search=gitl');
      openAndClose('integration:2');
      expect(goBack).toHaveBeenCalledTimes(2);
      act(() => jest.advanceTimersByTime(LONGEST_STEP));
      change(result, { search: 'last' });
      act(() => void window.dispatchEvent(new PopStateEvent('popstate')));
      expect(window.location.hash).toBe('#search=last');
    });

    test('it has arrived: what is changed later stays', () => {
      jest.useFakeTimers();
      jest.spyOn(window.history, 'back').mockImplementation(() => window.history.replaceState(null, '', '#search=git'));
      const { result } = viewAt('#search=git');
      change(result, { open: 'integration:1' });
      change(result, { open: undefined });
      act(() => void window.dispatchEvent(new PopStateEvent('popstate')));
      change(result, { search: 'last' });
      act(() => jest.advanceTimersByTime(LONGEST_STEP));
      expect(window.location.hash).toBe('#search=last');
    });
  });
});
