/** Fields of either list that the panel has no use for, and that are the same in each row. */
const UNUSED = {
  sendCommitEmails: false,
  maxMinsToCommitEmail: 1440,
  revisionIndexing: true,
  smartCommitsEnabled: false,
  showAllTags: false,
  sourcesDiffViewEnabled: true,
  refSpecNotes: true,
  refSpecChanges: false,
};

const MINUTE = 60_000;

function integration(id: number, now: number) {
  return {
    id,
    displayName: `GitHub Enterprise: team ${String(id).padStart(3, '0')}`,
    origin: `https://git.acme.example/t${id}`,
    disabled: id % 50 === 0,
    global: false,
    initDate: now - 400 * 1440 * MINUTE,
    lastIndexedDate: now - (4 + (id % 7)) * MINUTE,
    gitViewerEnabled: id % 40 !== 1,
    disableSslVerification: id % 60 === 2,
    requireUserPat: id % 25 !== 3,
    projectMappingIds: [10_000, 10_100, 10_200 + id],
    integrationType: 'GITHUB_SERVER',
    trustFolderStat: id % 30 === 4,
    ...UNUSED,
    prHideFilter: '',
    tagsFilter: '',
    apiPath: '',
    apiFilter: '',
  };
}

/** All fields that the vendor's pages show of a repository, in their order. */
function repository(id: number, trackedFolderId: number, now: number) {
  const name = `service-${id}`;
  const address = `https://git.acme.example/t${trackedFolderId}/${name}`;
  return {
    id,
    group: `t${trackedFolderId}`,
    displayName: name,
    origin: `${address}.git`,
    mainBranch: 'main',
    root: `/jira/home/data/git-plugin/${id}_${name}`,
    realRoot: `${id}_${name}`,
    absoluteRoot: false,
    disabled: id % 200 === 0,
    enableFetches: true,
    global: false,
    hosted: false,
    initDate: now - 300 * 1440 * MINUTE,
    lastIndexedDate: now - (3 + (id % 9)) * MINUTE,
    requireUserPat: true,
    gitViewerEnabled: true,
    disableSslVerification: id % 500 === 1,
    webLinkType: 'github',
    viewFormat: '',
    changesetFormat: `${address}/commit/\${rev}`,
    fileAddedFormat: `${address}/commit/\${rev}#diff-\${num}`,
    fileModifiedFormat: `${address}/commit/\${rev}#diff-\${num}`,
    fileDeletedFormat: `${address}/commit/\${rev}#diff-\${num}`,
    mergeRequestFormat: `${address}/pull/\${mergereqId}`,
    branchLinkFormat: `${address}/tree/\${branch}`,
    commitsValidationRequired: false,
    projectMappingIds: [10_000, 10_100, 10_200 + trackedFolderId],
    trackedFolderId,
    integrationType: 'GITHUB_SERVER',
    trustFolderStat: id % 400 === 2,
    ...UNUSED,
  };
}

/** In one piece, as an answer that was received, not as many that are still to be joined. */
function asReceived(answer: object): string {
  return Buffer.from(JSON.stringify(answer), 'latin1').toString('latin1');
}

/** The answers of a Jira with that many integrations and repositories, by path below the context path, as texts. */
export function largeAnswers(integrations: number, repositories: number, now: number): ReadonlyMap<string, string> {
  const list = Array.from({ length: integrations }, (_, place) => integration(place + 1, now));
  const rows = Array.from({ length: repositories }, (_, place) =>
    repository(place + 1, 1 + (place % integrations), now),
  );
  return new Map([
    ['/rest/gitplugin/1.0/integration', asReceived({ success: true, integrations: list })],
    ['/rest/gitplugin/1.0/repository', asReceived({ success: true, repositories: rows })],
    [
      '/rest/api/2/serverInfo',
      asReceived({ version: '10.3.2', serverTime: new Date(now).toISOString().replace('Z', '+0000') }),
    ],
    ['/rest/api/2/myself', asReceived({ name: 'admin', displayName: 'Ada Admin' })],
  ]);
}
