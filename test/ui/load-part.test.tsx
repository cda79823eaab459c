import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';

import { createTexts, type Messages } from '../../src/i18n/texts';
import { loadPart, usePart } from '../../src/ui/load-part';
import { PageContextProvider, type PageContext } from '../../src/ui/page-context';

const CONTENT = { name: 'content', texts: { 'some.key': 'Some text' } };

type Module = { default: typeof CONTENT };

function page(addTexts: (served: Messages) => Promise<void>) {
  const value = { addTexts } as PageContext;
  return {
    wrapper: ({ children }: { children: ReactNode }) => (
      <PageContextProvider value={value}>{children}</PageContextProvider>
    ),
  };
}

const taken = () => Promise.resolve();

test('a part that cannot be had is told, and another try asks again', async () => {
  const answers = [() => Promise.reject<Module>(new Error('not now')), () => Promise.resolve({ default: CONTENT })];
  const load = jest.fn(() => answers.shift()!());
  const { result } = renderHook(() => usePart(load, true), page(taken));
  expect(result.current.part).toEqual({ state: 'loading' });
  await waitFor(() => expect(result.current.part).toEqual({ state: 'failed' }));

  act(() => result.current.tryAgain());
  expect(result.current.part).toEqual({ state: 'loading' });
  await waitFor(() => expect(result.current.part).toEqual({ state: 'loaded', content: CONTENT }));
  expect(load).toHaveBeenCalledTimes(2);
});

test('nothing is asked for until it is wanted', async () => {
  const load = jest.fn(() => Promise.resolve({ default: CONTENT }));
  const { result, rerender } = renderHook(({ wanted }) => usePart(load, wanted), {
    initialProps: { wanted: false },
    ...page(taken),
  });
  expect(load).not.toHaveBeenCalled();
  rerender({ wanted: true });
  await waitFor(() => expect(result.current.part.state).toBe('loaded'));
});

test('gives what the module exports', async () => {
  expect(await loadPart(() => Promise.resolve({ default: 3 }))).toBe(3);
});

test('a part is there once its texts are, and has failed where they cannot be had', async () => {
  const texts = createTexts('en', {}, Date.now);
  const load = () => Promise.resolve({ default: CONTENT });
  const { result } = renderHook(
    () => {
      const { part } = usePart(load, true);
      return part.state === 'loaded' ? texts('some.key') : part.state;
    },
    page((served) => Promise.resolve(texts.add(served))),
  );
  await waitFor(() => expect(result.current).toBe('Some text'));

  const without = renderHook(
    () => usePart(load, true),
    page(() => Promise.reject(new Error('no texts'))),
  );
  await waitFor(() => expect(without.result.current.part.state).toBe('failed'));
});
