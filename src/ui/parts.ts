/** The parts that the page loads when they are first needed, each with its own texts. */
export const loadChecklist = () => import(/* webpackChunkName: "checklist" */ './checklist/checklist-part');
export const loadChecks = () => import(/* webpackChunkName: "checks" */ './checks/checks-part');
export const loadHistory = () => import(/* webpackChunkName: "history" */ './history/history-part');
/** What keeps snapshots of the checks, for the tab History, and says what checking again brought. */
export const loadSnapshots = () => import(/* webpackChunkName: "snapshots" */ './history/snapshots-part');
export const loadFix = () => import(/* webpackChunkName: "fix" */ './fix/fix-part');
export const loadAccept = () => import(/* webpackChunkName: "accept" */ './accept/accept-part');
export const loadSettings = () => import(/* webpackChunkName: "settings" */ './settings/settings-part');
export const loadSharing = () => import(/* webpackChunkName: "sharing" */ './sharing/sharing-part');
/** What shares decisions, and says where that fails. */
export const loadSharedDecisions = () =>
  import(/* webpackChunkName: "shared-decisions" */ './sharing/shared-decisions-part');
/** What exports, and what is only for paper. */
export const loadExport = () => import(/* webpackChunkName: "export" */ './export/export-part');
export const loadHelp = () => import(/* webpackChunkName: "help" */ './help/help-part');
/** The advisor weighs as much as half of the page, which does not wait for it. */
export const loadAdvisor = () => import(/* webpackChunkName: "reindex" */ './reindex/reindex');
