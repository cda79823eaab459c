import { integrationKey } from '../model/integration';

/** Id of the panel's entry in Jira's menu: the `linkId` of the descriptor. */
export const PANEL_ENTRY = 'git-integration-checkup-page';

/** The descriptor's address of the panel, below the context path. */
const PANEL_PATH = '/secure/admin/GitIntegrationCheckup.jspa';

/** Where the panel is: as Jira's menu has it, which is there on a part of the pages only. */
export function panelAddress(page: Document, contextPath: string): string {
  return page.querySelector(`a#${PANEL_ENTRY}`)?.getAttribute('href') ?? contextPath + PANEL_PATH;
}

/**
 * The address of an integration's checklist in the panel.
 *
 * @param id of the integration
 */
export function checklistAddress(panel: string, id: string): string {
  return `${panel}#${new URLSearchParams({ open: integrationKey(id) }).toString()}`;
}
