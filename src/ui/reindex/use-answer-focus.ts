import { useEffect, useRef, type RefObject } from 'react';

import type { Given } from '../state/evidence';
import type { Import } from '../state/imports';

/**
 * Puts the focus on the answer once there is one of what was given, or an import came to its end: what comes of it
 * stands there. Not on the page as it is found.
 */
export function useAnswerFocus(
  given: Given | undefined,
  { state, files }: Import,
  advising: boolean,
): RefObject<HTMLHeadingElement> {
  const heading = useRef<HTMLHeadingElement>(null);
  const isImporting = state === 'reading' || state === 'adding';
  const ended = state === 'done' ? files : undefined;
  const answered = useRef({ given, ended });
  useEffect(() => {
    if (advising || isImporting) return;
    const before = answered.current;
    answered.current = { given, ended };
    const isNew = (given && given !== before.given) || (ended && ended !== before.ended);
    if (isNew) heading.current?.focus();
  }, [given, ended, advising, isImporting]);
  return heading;
}
