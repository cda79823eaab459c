/** Class of what stands after a name; all of ours on pages of GIJ begin so. */
export const BADGE = 'gic-badge';

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
