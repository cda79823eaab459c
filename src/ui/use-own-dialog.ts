import { useLayoutEffect, type RefObject } from 'react';

/**
 * Opens the browser's own dialog for as long as it is in the page, and keeps Escape for it: AUI takes that key for its
 * own layers, wherever the focus is, and the browser then leaves its dialog open.
 */
export function useOwnDialog(dialog: RefObject<HTMLDialogElement>): void {
  useLayoutEffect(() => {
    const element = dialog.current;
    const keepEscape = (event: KeyboardEvent) => event.key === 'Escape' && event.stopPropagation();
    // Keys go to the body where what had the focus is gone, and on to the document, where AUI waits for them.
    document.body.addEventListener('keydown', keepEscape);
    element?.showModal();
    return () => {
      document.body.removeEventListener('keydown', keepEscape);
      // Before it is taken out of the page: what is not there any more gives no focus back.
      element?.close();
    };
  }, [dialog]);
}
