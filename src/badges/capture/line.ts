import { LINE, type QueueView } from './queue-view';
import './capture.css';

/** What the line shows now. */
export interface LineContent {
  readonly text: string;
  /** What a walk through the pages says; empty where there was none. */
  readonly progress: string;
  /** What its button does; undefined where it has none. */
  readonly button: string | undefined;
}

interface LineOptions {
  readonly page: Document;
  readonly link: { readonly href: string; readonly text: string };
  readonly onButton: () => void;
}

export interface Line {
  readonly show: (content: LineContent, view: QueueView) => void;
  /** Until it is shown again. */
  readonly remove: () => void;
  readonly end: () => void;
}

/** In a row of boxes the line would push the table aside: it stands over all of them. */
function placeOver(table: HTMLElement, content: HTMLElement): HTMLElement {
  const parent = table.parentElement;
  if (!parent || parent === content) return table;
  const { display, flexDirection, overflowX } = getComputedStyle(parent);
  const isColumn =
    /^(?:block|inline-block|flow-root|list-item|table-cell)$/.test(display) ||
    (/flex/.test(display) && /^column/.test(flexDirection));
  return isColumn && !/auto|scroll/.test(overflowX) ? table : placeOver(parent, content);
}

function changeText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** The one element of this app on the page of the queue: over the table, or at the end where there is none. */
export function createLine({ page, link, onButton }: LineOptions): Line {
  const element = page.createElement('div');
  element.id = LINE;
  const text = page.createElement('span');
  const progress = page.createElement('span');
  progress.setAttribute('role', 'status');
  const button = page.createElement('button');
  button.type = 'button';
  button.addEventListener('click', onButton);
  const anchor = page.createElement('a');
  anchor.href = link.href;
  anchor.textContent = link.text;
  element.append(text, progress, button, anchor);
  // The page may draw itself anew, and the line with it.
  let focused: HTMLElement | undefined;
  const noteFocus = ({ target }: FocusEvent) => {
    focused = target instanceof HTMLElement && element.contains(target) ? target : undefined;
  };
  page.addEventListener('focusin', noteFocus);

  return {
    show(content, { content: area, table }) {
      changeText(text, content.text);
      changeText(progress, content.progress);
      changeText(button, content.button ?? '');
      button.hidden = content.button === undefined;
      // A copy that a script of the page made can do nothing.
      page.querySelectorAll(`#${LINE}`).forEach((line) => line === element || line.remove());
      const place = table && placeOver(table, area);
      const isThere = place ? element.nextElementSibling === place : element.isConnected;
      if (isThere) return;
      if (place) place.before(element);
      else area.append(element);
      if (page.activeElement === page.body) focused?.focus();
    },
    remove: () => element.remove(),
    end() {
      page.removeEventListener('focusin', noteFocus);
      element.remove();
    },
  };
}
