/** What the page around the panel tells: Jira's admin page, or the demo's imitation of it. */
export interface HostPage {
  /** Such as `/jira`; empty where Jira runs at the root. */
  readonly contextPath: string;
  /** What links into Jira begin with: the context path, or the address of the real Jira that a demo shows. */
  readonly jira: string;
  /** Somebody is signed in. */
  readonly signedIn: boolean;
  /** As Jira writes it, such as `en_UK`; undefined where the page does not say. */
  readonly locale: string | undefined;
  /** The page of GIJ on which integrations are managed, where the page has a link to it. */
  readonly manageIntegrations: string | undefined;
  /** The page of GIJ with the general settings, where the page has a link to it. */
  readonly generalSettings: string | undefined;
  /** The page of GIJ with the indexing queue, where the page has a link to it. */
  readonly indexingQueue: string | undefined;
}

interface JiraGlobals {
  readonly AJS?: { readonly contextPath?: () => string };
  readonly WRM?: { readonly contextPath?: () => string };
}

function meta(page: Document, name: string): string | undefined {
  return page.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? undefined;
}

/** GIJ's addresses are not public, so its links are known by their text or by its names in the address. */
function linksOfGij(
  page: Document,
  panel: Element,
): Pick<HostPage, 'manageIntegrations' | 'generalSettings' | 'indexingQueue'> {
  const links = [...page.querySelectorAll<HTMLAnchorElement>('a[href]')].filter((link) => !panel.contains(link));
  const isCalled = (link: HTMLAnchorElement, name: RegExp) => name.test(link.textContent?.trim() ?? '');
  const own = links.filter((link) => /gitplugin|bbb\.gp\.|bigbrassband/i.test(link.getAttribute('href') ?? ''));
  const manage = links.find((link) => isCalled(link, /^manage (git )?(integrations|repositories)$/i)) ?? own[0];
  // Other apps have general settings, too.
  const general = own.find((link) => isCalled(link, /^general settings$/i));
  const queue = links.find((link) => isCalled(link, /^indexing queue$/i));
  return { manageIntegrations: manage?.href, generalSettings: general?.href, indexingQueue: queue?.href };
}

/** @param panel the element that the panel is drawn in, whose own links are not Jira's */
export function readHostPage(
  page: Document,
  panel: HTMLElement,
  globals: JiraGlobals = window as JiraGlobals,
): HostPage {
  const contextPath =
    meta(page, 'ajs-context-path') ?? globals.AJS?.contextPath?.() ?? globals.WRM?.contextPath?.() ?? '';
  return {
    contextPath,
    jira: panel.dataset['jiraUrl'] ?? contextPath,
    signedIn: (meta(page, 'ajs-remote-user') ?? '') !== '',
    locale: meta(page, 'ajs-user-locale'),
    ...linksOfGij(page, panel),
  };
}
