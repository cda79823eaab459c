/** The browser's `fetch`, or what stands in for it. */
export type Send = (url: string, init: RequestInit) => Promise<Response>;

export const browserSend: Send = (url, init) => fetch(url, init);

/** Milliseconds for one try. */
export const TIME_LIMIT = 20_000;

/** One try, with its time limit. Rejects with what aborted it, where that was the page and not the limit. */
export async function attempt(send: Send, url: string, signal: AbortSignal, timeout: number, how: RequestInit) {
  const limit = new AbortController();
  const stop = () => limit.abort(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  const timer = setTimeout(() => limit.abort(), timeout);
  try {
    const response = await send(url, {
      // REST never redirects a valid session; a redirect is one to a login page, which may be another host's.
      redirect: 'manual',
      ...how,
      credentials: 'same-origin',
      cache: 'no-store',
      // Jira needs none, and a single sign-on that it leads to is not to learn the address of the page.
      referrerPolicy: 'no-referrer',
      signal: limit.signal,
    });
    const status = response.type === 'opaqueredirect' ? 302 : response.status;
    return { status, headers: response.headers, text: await response.text() } as const;
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    return { failed: limit.signal.aborted ? 'timeout' : 'network', error } as const;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

/** An answer of whatever status, or why there was none. */
export type Tried = Awaited<ReturnType<typeof attempt>>;
