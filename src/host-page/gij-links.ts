/** Links into GIJ that Jira's menus, or pages of GIJ, have. */
export interface GijLinks {
  /** Each of them, in the order of the page. */
  readonly all: readonly HTMLAnchorElement[];
  /** To the page on which integrations are managed. */
  readonly manage: HTMLAnchorElement | undefined;
  /** To the general settings. */
  readonly general: HTMLAnchorElement | undefined;
  /** To the indexing queue. */
  readonly queue: HTMLAnchorElement | undefined;
}

const MANAGE = /^manage (git )?(integrations|repositories)$/i;
const GENERAL = /^general settings$/i;
const QUEUE = /^indexing queue$/i;
/** What GIJ's addresses have in common. */
const ADDRESS = /gitplugin|bbb\.gp\.|bigbrassband|com\.xiplink/i;
/** What stands above its links in the menu of the administration. */
const SECTION = /^git integration for jira$/i;

function textOf(element: Element | null | undefined): string {
  return element?.textContent?.trim() ?? '';
}

function isOfGij(link: HTMLAnchorElement): boolean {
  return (
    ADDRESS.test(link.getAttribute('href') ?? '') || SECTION.test(textOf(link.closest('ul')?.previousElementSibling))
  );
}

/**
 * GIJ's addresses are not public, so its links are known by its names in the address, by their text, or by the section
 * of the menu that they stand in.
 *
 * @param own an element whose links are ours
 */
export function gijLinks(page: Document, own?: Element): GijLinks {
  const links = [...page.querySelectorAll<HTMLAnchorElement>('a[href]')].filter((link) => !own?.contains(link));
  const all = links.filter((link) => MANAGE.test(textOf(link)) || QUEUE.test(textOf(link)) || isOfGij(link));
  return {
    all,
    manage: all.find((link) => MANAGE.test(textOf(link))) ?? all.find(isOfGij),
    // Other apps have general settings, too.
    general: all.find((link) => GENERAL.test(textOf(link)) && isOfGij(link)),
    queue: all.find((link) => QUEUE.test(textOf(link))),
  };
}
