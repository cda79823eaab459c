import { projectAssociation } from '../../src/checks/project-association';
import { inFull, inShort, judge, judgeSingle, type Case } from '../support/judging';
import { integration, type EvidenceChanges, type IntegrationChanges, type SummaryChanges } from '../support/facts';

const own = 'check.project-association.reason';
const everywhere = { global: true, projectMappingIds: 0 };

const cases: Case<EvidenceChanges>[] = [
  ['some projects', {}, 'pass'],
  ['one project', { integration: { projectMappingIds: 1 } }, 'pass'],
  ['no project', { integration: { projectMappingIds: 0 } }, `fail: ${own}.nowhere`],
  [
    'no project, 101 repositories',
    { integration: { projectMappingIds: 0 }, repositories: { total: 101 } },
    `fail: ${own}.nowhere`,
  ],
  ['all projects, 100 repositories', { integration: everywhere, repositories: { total: 100 } }, 'pass'],
  [
    'all projects, 101 repositories',
    { integration: everywhere, repositories: { total: 101 } },
    `advisory fail: ${own}.global`,
  ],
  ['all projects, projects absent', { integration: { global: true, projectMappingIds: 'absent' } }, 'pass'],
  [
    'all projects, at least 100',
    { integration: everywhere, repositories: { total: 100, atLeast: true } },
    'unknown: reason.list-cut',
  ],
  [
    'all projects, at least 101',
    { integration: everywhere, repositories: { total: 101, atLeast: true } },
    `advisory fail: ${own}.global`,
  ],
  ['some projects, 101 repositories', { repositories: { total: 101 } }, 'pass'],
  ['some projects of a cut list', { repositories: { total: 100, atLeast: true } }, 'pass'],
  ['global absent', { integration: { global: 'absent', projectMappingIds: 0 } }, 'unknown: reason.absent'],
  ['global unreadable', { integration: { global: 'unreadable' } }, 'unknown: reason.unreadable'],
  ['not global, projects absent', { integration: { projectMappingIds: 'absent' } }, 'unknown: reason.absent'],
  [
    'not global, projects unreadable',
    { integration: { projectMappingIds: 'unreadable' } },
    'unknown: reason.unreadable',
  ],
];

test.each(cases)('%s', (_, changes, expected) => {
  expect(inShort(judge(projectAssociation, changes))).toBe(expected);
});

const wanted = 'check.project-association.wanted';

test.each<Case<EvidenceChanges>>([
  ['some projects', {}, 'pass <- global=false, projectMappingIds=2'],
  [
    'no project',
    { integration: { projectMappingIds: 0 } },
    `fail: ${own}.nowhere <- global=false, projectMappingIds=0 -> ${wanted}`,
  ],
  ['all projects', { integration: everywhere }, 'pass <- global=true, repositories=10'],
  [
    'all projects, many repositories',
    { integration: everywhere, repositories: { total: 250 } },
    `advisory fail: ${own}.global(250) <- global=true, repositories=250 -> ${wanted}.global`,
  ],
  [
    'all projects, and a row could not be used',
    { integration: everywhere, repositories: { unusable: 3 } },
    'unknown: reason.rows-unusable#3(3) <- global=true, repositories=10',
  ],
  ['global absent', { integration: { global: 'absent' } }, 'unknown: reason.absent(field.global) <- global absent'],
  [
    'projects absent',
    { integration: { projectMappingIds: 'absent' } },
    'unknown: reason.absent(field.projectMappingIds) <- projectMappingIds absent',
  ],
])('shows what it was judged on: %s', (_, changes, expected) => {
  expect(inFull(judge(projectAssociation, changes))).toBe(expected);
});

test.each<[IntegrationChanges, boolean]>([
  [{ projectMappingIds: 0 }, true],
  [{ projectMappingIds: 1 }, false],
  [{ projectMappingIds: 'absent' }, false],
  [{ global: true, projectMappingIds: 0 }, false],
  [{ global: 'absent', projectMappingIds: 0 }, false],
])('without its repositories, %j is a certain Fail: %s', (changes, isCertain) => {
  expect(projectAssociation.certainFail?.(integration(changes))?.verdict).toBe(isCertain ? 'fail' : undefined);
});

const single: Case<SummaryChanges>[] = [
  ['seen somewhere', {}, 'pass'],
  ['three seen nowhere', { invisible: { yes: 3 } }, 'fail: reason.repositories'],
  ['one does not say', { invisible: { unknown: 1 } }, 'unknown: reason.repositories-unread'],
  ['the list may be cut', { atLeast: true }, 'unknown: reason.list-cut'],
];

test.each(single)('single repositories: %s', (_, repositories, expected) => {
  expect(inShort(judgeSingle(projectAssociation, { repositories }))).toBe(expected);
});

test.each<Case<SummaryChanges>>([
  [
    'three',
    { invisible: { yes: 3 } },
    `fail: reason.repositories#3(3, [one, two, three]) <- repositoriesInvisible=3 -> ${wanted}`,
  ],
  [
    'projects are reported of none',
    { invisible: { unknown: 10 }, notReported: ['projectMappingIds'] },
    'unknown: reason.not-reported(field.projectMappingIds) <- projectMappingIds absent',
  ],
  [
    'global is reported of none',
    { invisible: { unknown: 10 }, notReported: ['global', 'projectMappingIds'] },
    'unknown: reason.not-reported(field.global) <- global absent',
  ],
])('single repositories: shows how many are seen nowhere: %s', (_, repositories, expected) => {
  expect(inFull(judgeSingle(projectAssociation, { repositories }))).toBe(expected);
});

test('weighs medium', () => expect(projectAssociation.severity).toBe('medium'));
