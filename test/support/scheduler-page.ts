export const REINDEX_JOB = 'com.bigbrassband.jira.git.jiraservices.jobs.RevisionIndexJob';

/** The two rows of a job on Jira's page "Scheduler details". */
export function jobRows(id: number, key: string, schedule: string): string {
  return `
  <tr class="runner" data-runner-id="${id}"><td class="runner-key" data-runner-key="${key}">${key.replace(/.*\./, '')}</td><td>1</td></tr>
  <tr class="job-details hidden" data-runner-id="${id}"><td colspan="2"><dl class="details">
    <dt>Parameters</dt><dd class="parameters">{}</dd>
    <dt>Schedule</dt><dd class="schedule">
      ${schedule}
    </dd>
    <dt>Last run duration</dt><dd class="last-run-duration">12 ms</dd>
  </dl></td></tr>`;
}

/** The page as old versions of Jira are known to write it. */
export function schedulerPage(...rows: string[]): string {
  return `<!DOCTYPE html><html><body>
  <a href="/jira/secure/admin/WebSudoAuthenticate!drop.jspa">drop access</a><a href="/jira/login.jsp?os_username=">Log out</a>
  <table class="aui runners"><tbody>${rows.join('')}</tbody></table></body></html>`;
}
