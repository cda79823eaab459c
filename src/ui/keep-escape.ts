import type { KeyboardEvent } from 'react';

/**
 * Keeps Escape from the scripts of Jira: AUI takes it for its own layers, wherever the focus is, and the browser then
 * leaves its own dialog open.
 */
export function keepEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.stopPropagation();
}
