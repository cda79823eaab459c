/** How it truly is in the virtual Jira of the scenario "Typical", by key: written by hand from what its rows say. */
export const TRUTH: Readonly<Record<string, string>> = {
  // Users act under its account.
  'integration:1': 'At risk',
  'integration:2': 'Healthy',
  // Certificates are not verified, and Require user PAT has no effect.
  'integration:3': 'At risk',
  // Its name does not say what is connected.
  'integration:4': 'Needs attention',
  // Not indexed for three days.
  'integration:5': 'Needs attention',
  'integration:6': 'Healthy',
  // Two of its repositories trust the time stamp of the folder.
  'integration:7': 'Needs attention',
  'integration:8': 'Disabled',
};
