/**
 * Does what ends with the page, and begins it again where the browser kept the page as it was and shows it on Back.
 *
 * @param begin is given a signal that is aborted when the page is left, or by the function that is answered
 */
export function whileShown(begin: (signal: AbortSignal) => void): () => void {
  let leaving = new AbortController();
  const leave = () => leaving.abort();
  const comeBack = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    leaving = new AbortController();
    begin(leaving.signal);
  };
  begin(leaving.signal);
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', comeBack);
  return () => {
    window.removeEventListener('pagehide', leave);
    window.removeEventListener('pageshow', comeBack);
    leave();
  };
}
