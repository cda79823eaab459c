/** The innermost first: old and new pages of Jira have several of them, one in the other. */
const CONTENT = ['.aui-page-panel-content', 'main', '[role="main"]', '#content'];

/** The part of the page between Jira's menus. */
export function contentOf(page: Document): HTMLElement {
  const name = CONTENT.find((one) => page.querySelector(one));
  return (name === undefined ? null : page.querySelector<HTMLElement>(name)) ?? page.body;
}
