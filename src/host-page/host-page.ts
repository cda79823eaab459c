import { gijLinks } from './gij-links';

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

/** Address of the Jira with its context path, without a slash at its end. */
export function baseUrlOf({ jira }: Pick<HostPage, 'jira'>): string {
  const { href } = new URL(jira === '' ? '/' : jira, window.location.origin);
  return href.replace(/\/$/, '');
}

interface JiraGlobals {
  readonly AJS?: { readonly contextPath?: () => string };
  readonly WRM?: { readonly contextPath?: () => string };
}

function meta(page: Document, name: string): string | undefined {
  return page.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? undefined;
}

/** Such as `/jira`; empty where Jira runs at the root. */
export function contextPathOf(page: Document, globals: JiraGlobals = window as JiraGlobals): string {
  return meta(page, 'ajs-context-path') ?? globals.AJS?.contextPath?.() ?? globals.WRM?.contextPath?.() ?? '';
}

/** The user's, as Jira writes it, such as `en_UK`; undefined where the page does not say. */
export function localeOf(page: Document): string | undefined {
  return meta(page, 'ajs-user-locale');
}

/** @param panel the element that the panel is drawn in, whose own links are not Jira's; none where there is no panel */
export function readHostPage(page: Document, panel: HTMLElement | undefined, globals?: JiraGlobals): HostPage {
  const contextPath = contextPathOf(page, globals);
  const links = gijLinks(page, panel);
  return {
    contextPath,
    jira: panel?.dataset['jiraUrl'] ?? contextPath,
    signedIn: (meta(page, 'ajs-remote-user') ?? '') !== '',
    locale: localeOf(page),
    manageIntegrations: links.manage?.href,
    generalSettings: links.general?.href,
    indexingQueue: links.queue?.href,
  };
}
