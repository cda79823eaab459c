import { type Theme, themeAttributes } from './theme';

/** Entries of Jira's own menus, so that style and links that leak either way have something to meet. */
const HEADER = ['Dashboards', 'Issues'];
const SIDEBAR = ['Find new apps', 'Manage apps'];

export interface JiraPage {
  readonly contextPath: string;
  readonly theme: Theme;
  readonly title: string;
  /** What the plugin's template puts into the page. */
  readonly body: string;
  /** The plugin's section and item in the admin menu. */
  readonly menu: { readonly section: string; readonly item: string; readonly id: string; readonly link: string };
  /** As Jira writes it; English where it is left out. */
  readonly locale?: string;
  /** Of Jira, such as `10.3.2`. */
  readonly version: string;
  /** Address. */
  readonly icon: string;
  /** HTML: the style sheets and scripts, in their order. */
  readonly head: readonly string[];
  /** Addresses of GIJ's pages, by what its menus call them. */
  readonly gij: Readonly<Record<string, string>>;
  /** Who is signed in; empty where that is not known. */
  readonly user: string;
  /** Its own address: the entry of the menu that leads there is marked. */
  readonly address: string;
  /** HTML above Jira's header. */
  readonly above?: string;
}

export function styleTag(href: string, attributes = ''): string {
  return `<link rel="stylesheet" href="${href}"${attributes}>`;
}

export function scriptTag(src: string, attributes = ' defer'): string {
  return `<script src="${src}"${attributes}></script>`;
}

function group(title: string, entries: string): string {
  return `<div class="aui-nav-heading"><strong>${title}</strong></div><ul class="aui-nav">${entries}</ul>`;
}

function link(label: string, href = '#', attributes = ''): string {
  return `<li${attributes}><a href="${href}">${label}</a></li>`;
}

/** Jira fills the menus of its header when they are opened; what was in there once stays. */
function headerMenu(label: string, entries: string): string {
  const id = `${label.toLowerCase()}-menu`;
  return `<li><a href="#${id}" class="aui-dropdown2-trigger" aria-controls="${id}">${label}</a><div id="${id}" class="aui-dropdown2 aui-style-default"><ul class="aui-list-truncate">${entries}</ul></div></li>`;
}

/** An imitation of Jira's admin page, with AUI's real style sheet, around what the plugin brings. */
export function jiraPage(page: JiraPage): string {
  const { contextPath, theme, menu } = page;
  const selected = (href: string) => (href === page.address ? ' class="aui-nav-selected"' : '');
  const gij = Object.entries(page.gij)
    .map(([label, href]) => link(label, href, selected(href)))
    .join('');
  const meta = {
    'ajs-context-path': contextPath,
    'ajs-remote-user': page.user,
    'ajs-user-locale': page.locale ?? 'en_US',
    'ajs-version-number': page.version,
    'ajs-is-sysadmin': 'true',
  };
  return `<!DOCTYPE html>
<html lang="en"${themeAttributes(theme)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} - Jira</title>
${Object.entries(meta)
  .map(([name, value]) => `<meta name="${name}" content="${value}">`)
  .join('\n')}
<meta name="application-name" content="JIRA" data-name="jira" data-version="${page.version}">
<link rel="icon" href="${page.icon}">
${page.head.join('\n')}
</head>
<body id="jira" class="aui-layout aui-theme-default page-type-admin">
${page.above ?? ''}
<div id="page">
<header id="header"><nav class="aui-header" aria-label="Site"><div class="aui-header-inner"><div class="aui-header-primary">
<span id="logo" class="aui-header-logo aui-header-logo-textonly"><a href="${contextPath}/"><span class="aui-header-logo-device">Jira</span></a></span>
<ul class="aui-nav">${HEADER.map((label) => link(label)).join('')}${headerMenu('Git', gij)}</ul>
</div><div class="aui-header-secondary"><ul class="aui-nav">${link('Profile')}</ul></div></div></nav></header>
<div id="content">
<div class="aui-page-header"><div class="aui-page-header-inner"><div class="aui-page-header-main"><h1>Administration</h1></div></div></div>
<div class="aui-page-panel"><div class="aui-page-panel-inner">
<div class="aui-page-panel-nav"><nav class="aui-navgroup aui-navgroup-vertical" aria-label="Administration"><div class="aui-navgroup-inner">
${group('Universal Plugin Manager', SIDEBAR.map((label) => link(label)).join(''))}
${group('Git Integration for Jira', gij)}
${group(menu.section, `<li${selected(menu.link)}><a id="${menu.id}" href="${menu.link}">${menu.item}</a></li>`)}
</div></nav></div>
<main class="aui-page-panel-content">${page.body}</main>
</div></div>
</div>
</div>
</body>
</html>
`;
}
