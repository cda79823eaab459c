import type { PluginPage } from './plugin-page';
import { type Theme, themeAttributes, tokens } from './theme';

/** Entries of Jira's own menus, so that style and links that leak either way have something to meet. */
const HEADER = ['Dashboards', 'Projects', 'Issues', 'Boards', 'Git'];
const SIDEBAR = { 'Universal Plugin Manager': ['Find new apps', 'Manage apps'] };

function group(title: string, entries: string): string {
  return `<div class="aui-nav-heading"><strong>${title}</strong></div><ul class="aui-nav">${entries}</ul>`;
}

/** Jira's admin page around what the jar brings. */
export function shell(page: PluginPage, contextPath: string, theme: Theme): string {
  const address = (path: string) => `${contextPath}${path}`;
  const files = [...page.files.keys()].map((name) => address(`/download/resources/${name}`));
  const styles = [address(`/aui/aui-${theme}.css`), ...files.filter((name) => name.endsWith('.css'))];
  const scripts = files.filter((name) => name.endsWith('.js'));
  const meta = {
    'ajs-context-path': contextPath,
    'ajs-remote-user': 'admin',
    'ajs-remote-user-fullname': 'Ada Admin',
    'ajs-user-locale': 'en_US',
    'ajs-version-number': '10.3.0',
    'ajs-is-sysadmin': 'true',
  };
  const link = (label: string) => `<li><a href="#">${label}</a></li>`;
  return `<!DOCTYPE html>
<html lang="en"${themeAttributes(theme)}>
<head>
<meta charset="utf-8">
<title>${page.title} - Jira</title>
${Object.entries(meta).map(([name, value]) => `<meta name="${name}" content="${value}">`).join('\n')}
<link rel="icon" href="data:,">
<style>${tokens(theme)}</style>
${styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n')}
${scripts.map((src) => `<script defer src="${src}"></script>`).join('\n')}
</head>
<body id="jira" class="aui-layout aui-theme-default page-type-admin">
<div id="page">
<header id="header"><nav class="aui-header" aria-label="Site"><div class="aui-header-inner"><div class="aui-header-primary">
<span class="aui-header-logo aui-header-logo-textonly"><a href="${address('/')}"><span class="aui-header-logo-device">Jira</span></a></span>
<ul class="aui-nav">${HEADER.map(link).join('')}</ul>
</div></div></nav></header>
<div id="content">
<div class="aui-page-header"><div class="aui-page-header-inner"><div class="aui-page-header-main"><h1>Administration</h1></div></div></div>
<div class="aui-page-panel"><div class="aui-page-panel-inner">
<div class="aui-page-panel-nav"><nav class="aui-navgroup aui-navgroup-vertical" aria-label="Administration"><div class="aui-navgroup-inner">
${Object.entries(SIDEBAR).map(([title, entries]) => group(title, entries.map(link).join(''))).join('\n')}
${group(page.section, `<li class="aui-nav-selected"><a href="${address(page.link)}">${page.item}</a></li>`)}
</div></nav></div>
<main class="aui-page-panel-content">${page.body}</main>
</div></div>
</div>
</div>
</body>
</html>
`;
}
