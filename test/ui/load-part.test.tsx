import { act, renderHook, waitFor } from '@testing-library/react';

import { loadPart, usePart } from '../../src/ui/load-part';

type Module = { default: string };

test('a part that cannot be had is told, and another try asks again', async () => {
  const answers = [() => Promise.reject<Module>(new Error('not now')), () => Promise.resolve({ default: 'content' })];
  const load = jest.fn(() => answers.shift()!());
  const { result } = renderHook(() => usePart(load, true));
  expect(result.current.part).toEqual({ state: 'loading' });
  await waitFor(() => expect(result.current.part).toEqual({ state: 'failed' }));

  act(() => result.current.tryAgain());
  expect(result.current.part).toEqual({ state: 'loading' });
  await waitFor(() => expect(result.current.part).toEqual({ state: 'loaded', content: 'content' }));
  expect(load).toHaveBeenCalledTimes(2);
});

test('nothing is asked for until it is wanted', async () => {
  const load = jest.fn(() => Promise.resolve({ default: 'content' }));
  const { result, rerender } = renderHook(({ wanted }) => usePart(load, wanted), { initialProps: { wanted: false } });
  expect(load).not.toHaveBeenCalled();
  rerender({ wanted: true });
  await waitFor(() => expect(result.current.part.state).toBe('loaded'));
});

test('gives what the module exports', async () => {
  expect(await loadPart(() => Promise.resolve({ default: 3 }))).toBe(3);
});
