import { useEffect, useRef } from 'react';

/** Where the button that opens a checklist is found. */
export function openButtonId(key: string): string {
  return `gic-open-${key}`;
}

/** Id of the table, which takes the focus where the row is not shown. */
export const TABLE_ID = 'gic-table';

/**
 * Gives the focus back to the row when its checklist closes, whichever way it is closed; where it is still that of the row
 * or link that opened it, the browser did so already.
 *
 * @param open key of the integration whose checklist is open
 */
export function useReturnedFocus(open: string | undefined): void {
  const before = useRef(open);
  const first = useRef<string>();
  useEffect(() => {
    const closed = before.current;
    before.current = open;
    if (closed === undefined) first.current = open;
    if (closed === undefined || open !== undefined) return;
    if (closed === first.current && document.activeElement !== document.body) return;
    (document.getElementById(openButtonId(closed)) ?? document.getElementById(TABLE_ID))?.focus();
  }, [open]);
}
