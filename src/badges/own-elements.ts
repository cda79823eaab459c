/** Class of what stands after a name; all of ours on pages of GIJ begin so. */
export const BADGE = 'gic-badge';

/** The text of an element of the page, without what we put into it. */
export function withoutBadge(node: Node): string {
  if (node instanceof Element && node.classList.contains(BADGE)) return '';
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  return [...node.childNodes].map(withoutBadge).join('');
}

/** An element with a class and a text. */
export function newElement<Tag extends keyof HTMLElementTagNameMap>(
  page: Document,
  tag: Tag,
  className: string,
  text = '',
): HTMLElementTagNameMap[Tag] {
  const element = page.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
