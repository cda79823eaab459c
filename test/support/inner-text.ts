/** jsdom lays nothing out: these are as far as the tests' pages need it, and the same in the browser's test. */
const BLOCK = /^(?:ADDRESS|ARTICLE|DD|DIV|DL|DT|FORM|H\d|LI|MAIN|NAV|OL|P|SECTION|TABLE|TBODY|THEAD|TR|UL)$/;
const UNSEEN = /^(?:SCRIPT|STYLE|TEMPLATE)$/;

function isHidden(element: HTMLElement): boolean {
  return element.hasAttribute('hidden') || element.style.display === 'none';
}

function isWithinHidden(element: HTMLElement | null): boolean {
  return element !== null && (isHidden(element) || isWithinHidden(element.parentElement));
}

function visibleText(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/\s+/g, ' ');
  if (!(node instanceof HTMLElement) || UNSEEN.test(node.tagName) || isHidden(node)) return '';
  const text = [...node.childNodes].map(visibleText).join('');
  if (/^T[DH]$/.test(node.tagName)) return node.nextElementSibling ? `${text}\t` : text;
  return BLOCK.test(node.tagName) ? `\n${text}\n` : text;
}

/** Gives elements of jsdom `innerText` and `checkVisibility`. */
export function layOut(): void {
  Object.defineProperty(HTMLElement.prototype, 'innerText', {
    configurable: true,
    get(this: HTMLElement) {
      return visibleText(this)
        .replace(/ *\n[ \n]*/g, '\n')
        .trim();
    },
  });
  Object.defineProperty(HTMLElement.prototype, 'checkVisibility', {
    configurable: true,
    value(this: HTMLElement) {
      return this.isConnected && !isWithinHidden(this);
    },
  });
}
