import { LINE, type QueueRow, type QueueView } from './queue-view';

const CONTROL = 'button, a, [role="button"]';
const PAGER = 'nav, [role="navigation"], [class*="pagin" i], ol, ul';

/** Names of what opens the details of a row: words for it or a sign. */
const OPENER =
  /^(?:expand\b.*|toggle\b.*|(?:open|show|view)\b.*\b(?:row|task|details?|more)\b.*|details?|more|[▸►▶›»+⌄∨▾]+)$/i;
/** Classes of one that has no name. Without any sign of what it does, it may as well cancel the task. */
const OPENER_CLASS = /expand|collaps|toggle|arrow|chevron|caret|twist|disclos|details/i;
const NEXT = /^(?:(?:go to )?next(?: page)?\s*[›»>→]?|[›>→])$/i;
const FIRST = /^(?:(?:go to )?first(?: page)?|(?:page )?1)$/i;

/** What changes something: never clicked, wherever it stands. */
const FORBIDDEN =
  /\b(?:move|top|logs?|clear|refresh|cancel|abort|kill|delete|remove|drop|reset|stop|reindex|edit|disable|enable|retry|run|start)\b/i;

/** It does nothing now, is the page that is shown, or opens a menu. */
const OFF =
  '[disabled], [aria-disabled="true"], [aria-current]:not([aria-current="false"]), [aria-haspopup]:not([aria-haspopup="false"])';

/** AUI's tooltips take the title away and keep it in another attribute. */
const TITLES = ['title', 'original-title', 'data-original-title', 'alt'];

/** By what calls it anything at first: a label elsewhere, its own, its text, its title, or those of pictures in it. */
function nameOf(control: Element): string {
  const attribute = (name: string) => control.getAttribute(name) ?? '';
  const labels = attribute('aria-labelledby')
    .split(/\s+/)
    .map((id) => control.ownerDocument.getElementById(id)?.textContent ?? '');
  const names = [
    labels.join(' '),
    attribute('aria-label'),
    control.textContent ?? '',
    ...TITLES.map(attribute),
    ...[...control.children].map(nameOf),
  ];
  return (names.find((name) => name.trim() !== '') ?? '').replace(/\s+/g, ' ').trim();
}

/** Whether it opens a row by its name; by its state or its class where it has none. */
function isOpener(control: HTMLElement): boolean {
  const name = nameOf(control);
  if (name !== '') return OPENER.test(name);
  const classes = [control, ...control.querySelectorAll('*')].map((one) => one.getAttribute('class') ?? '').join(' ');
  return !FORBIDDEN.test(classes) && (control.matches('[aria-expanded]') || OPENER_CLASS.test(classes));
}

/** It can be seen, leads to no other page, sends no form, opens no menu and changes nothing of the queue. */
function isUsable(control: HTMLElement): boolean {
  const href = control.getAttribute('href') ?? '#';
  const sends = control instanceof HTMLButtonElement && control.type === 'submit' && control.form !== null;
  const isOff = control.matches(OFF) || control.closest('.disabled, .aui-nav-disabled') !== null;
  const isHarmless = /^(?:#|javascript:)/i.test(href) && !FORBIDDEN.test(nameOf(control));
  return isHarmless && !sends && !isOff && control.checkVisibility();
}

/** What opens the details of a row that is closed; undefined where it is opened already, or where nothing is known to. */
export function openerOf({ element, cells }: QueueRow): HTMLElement | undefined {
  if (element.matches('[aria-expanded]'))
    return element.getAttribute('aria-expanded') === 'false' && !element.matches(OFF) ? element : undefined;
  // The first cell holds the arrow; a box for cancellation may stand before it.
  const controls = cells.slice(0, 2).flatMap((cell) => [...cell.querySelectorAll<HTMLElement>(CONTROL)]);
  const opener = controls.find((control) => isUsable(control) && isOpener(control));
  return opener?.getAttribute('aria-expanded') === 'true' ? undefined : opener;
}

function pagerControls({ content, table }: QueueView): HTMLElement[] {
  return [...content.querySelectorAll<HTMLElement>(CONTROL)].filter(
    (control) =>
      control.closest(PAGER) !== null &&
      table?.contains(control) !== true &&
      control.closest(`#${LINE}`) === null &&
      isUsable(control),
  );
}

/** @param page the one that is shown, from 1 */
export function nextPageOf(view: QueueView, page: number): HTMLElement | undefined {
  const controls = pagerControls(view);
  const byNumber = new RegExp(`^(?:page )?${page + 1}$`, 'i');
  return (
    controls.find((control) => NEXT.test(nameOf(control))) ?? controls.find((control) => byNumber.test(nameOf(control)))
  );
}

export function firstPageOf(view: QueueView): HTMLElement | undefined {
  return pagerControls(view).find((control) => FIRST.test(nameOf(control)));
}
