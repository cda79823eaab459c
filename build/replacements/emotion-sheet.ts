interface Options {
  readonly key: string;
  readonly container: Node;
  readonly nonce?: string;
}

/**
 * Stands in for `@emotion/sheet`, through which the older ones of Atlaskit's components bring their styles: into `style`
 * elements, which a page whose policy says `style-src 'self'` blocks. A sheet of the document's own is no inline style.
 */
export class StyleSheet {
  readonly key: string;
  readonly container: Node;
  readonly nonce: string | undefined;
  /** There are no elements. */
  readonly tags: readonly HTMLStyleElement[] = [];
  readonly before = null;
  private readonly sheet = new CSSStyleSheet();

  constructor({ key, container, nonce }: Options) {
    this.key = key;
    this.container = container;
    this.nonce = nonce;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
  }

  /** There is nothing rendered on a server. */
  hydrate(): void {}

  insert(rule: string): void {
    try {
      this.sheet.insertRule(rule, this.sheet.cssRules.length);
    } catch {
      // a selector that this browser does not know
    }
  }

  flush(): void {
    this.sheet.replaceSync('');
  }
}
