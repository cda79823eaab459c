const CONTENT = '.aui-page-panel-content, main, [role="main"], #content';

/** The part of the page between Jira's menus. */
export function contentOf(page: Document): HTMLElement {
  return page.querySelector<HTMLElement>(CONTENT) ?? page.body;
}
