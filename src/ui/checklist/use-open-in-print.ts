import { useEffect, useRef } from 'react';

/** Opens a fold while the page is printed, and leaves it afterwards as it was. */
export function useOpenInPrint(isWanted: boolean) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!isWanted) return undefined;
    let wasOpen = true;
    const open = () => {
      wasOpen = details.current?.open ?? true;
      if (details.current) details.current.open = true;
    };
    const restore = () => {
      if (details.current) details.current.open = wasOpen;
    };
    window.addEventListener('beforeprint', open);
    window.addEventListener('afterprint', restore);
    return () => {
      window.removeEventListener('beforeprint', open);
      window.removeEventListener('afterprint', restore);
    };
  }, [isWanted]);
  return details;
}
