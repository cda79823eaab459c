import type { GijLinks } from '../host-page/gij-links';

/** What a script or style of GIJ has in its address: the key of the app. */
const KEY = 'com.xiplink.jira.git.jira_git_plugin';
const RESOURCES = `script[src*="${KEY}"], link[href*="${KEY}"]`;

/** Where Jira's menus are: the header with what it opens, and the navigation of the administration. */
const MENUS = '#header, .aui-navgroup, .aui-dropdown2';

/** A page of this app, whose own tables are no list of GIJ's. */
const PANEL = '#git-integration-checkup';

/** Without the command of an action and the id of a session: `/secure/X!default.jspa;jsessionid=1` is `/secure/X.jspa`. */
function pathOf({ pathname }: { readonly pathname: string }): string {
  return pathname.replace(/![a-z]+|;.*$/gi, '');
}

/**
 * Whether a page is one of GIJ's: it loads resources of GIJ, or a link of GIJ in Jira's menus leads to it. Its address is
 * not public, so it is never known by that alone.
 */
export function isGijPage(page: Document, { all }: GijLinks): boolean {
  if (page.querySelector(PANEL)) return false;
  if (page.querySelector(RESOURCES)) return true;
  const here = pathOf(page.location);
  return all.some(
    (link) =>
      link.closest(MENUS) !== null &&
      link.origin === page.location.origin &&
      !link.getAttribute('href')?.startsWith('#') &&
      pathOf(link) === here,
  );
}
