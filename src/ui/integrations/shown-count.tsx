import { useEffect, useRef, useState } from 'react';

import { useTexts } from '../page-context';

/** Milliseconds without a change, after which a number is worth telling. */
const REST = 500;

/** The text once it has rested, for the ears; nothing before its first change. */
function useAnnounced(text: string): string {
  const [announced, setAnnounced] = useState('');
  const before = useRef(text);
  useEffect(() => {
    if (before.current === text) return;
    const timer = setTimeout(() => {
      before.current = text;
      setAnnounced(text);
    }, REST);
    return () => clearTimeout(timer);
  }, [text]);
  return announced;
}

interface Props {
  readonly shown: number;
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

/** How many rows match: seen at once, and announced when typing rests. */
export function ShownCount({ shown, total, page, pages }: Props) {
  const t = useTexts();
  const text = t.counted('table.shown', shown, total);
  const announced = useAnnounced(pages > 1 ? t('table.shown.page', text, page, pages) : text);
  return (
    <>
      <p className="gic-shown">{text}</p>
      <p className="gic-hidden" role="status">
        {announced}
      </p>
    </>
  );
}
