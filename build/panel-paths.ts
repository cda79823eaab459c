/** All that the panel reads, below the context path. `{id}` is a whole number. */
export const PANEL_PATHS: readonly string[] = [
  '/rest/api/2/issuetype',
  '/rest/api/2/myself',
  '/rest/api/2/serverInfo',
  '/rest/gitplugin/1.0/integration',
  '/rest/gitplugin/1.0/integration/{id}',
  '/rest/gitplugin/1.0/repository',
  '/rest/plugins/1.0/com.xiplink.jira.git.jira_git_plugin-key',
  '/secure/admin/SchedulerAdmin.jspa',
];

/** Where Jira leads from a page of an administrator: its password form. */
const PASSWORD_FORM = '/secure/admin/WebSudoAuthenticate!default.jspa';

const ID = '[1-9]\\d{0,15}';
/** Where decisions are kept that admins share: properties whose keys begin with the name of this app. */
const PROPERTIES = `^/rest/api/2/(?:issuetype/${ID}|project/[A-Za-z][A-Za-z\\d_]{0,254})/properties`;
const KEYS_OF_PROPERTIES = new RegExp(`${PROPERTIES}$`);
const PROPERTY = new RegExp(`${PROPERTIES}/git-integration-checkup[a-z\\d.-]{0,200}$`);
const INTEGRATION = new RegExp(`^/rest/gitplugin/1\\.0/integration/${ID}$`);

export type PanelMethod = 'GET' | 'PUT' | 'DELETE';

/**
 * Whether the panel sends this request to Jira. A path is compared as it was sent: what is written in another way, with dot
 * segments, double slashes, escapes or a query, is none of these.
 */
export function isOfPanel(method: string | undefined, path: string): method is PanelMethod {
  switch (method) {
    case 'GET': {
      const isRead = !path.includes('{') && PANEL_PATHS.includes(path.replace(/\/[1-9]\d{0,15}$/, '/{id}'));
      return isRead || path === PASSWORD_FORM || KEYS_OF_PROPERTIES.test(path) || PROPERTY.test(path);
    }
    case 'PUT':
      return INTEGRATION.test(path) || PROPERTY.test(path);
    case 'DELETE':
      return PROPERTY.test(path);
    default:
      return false;
  }
}
