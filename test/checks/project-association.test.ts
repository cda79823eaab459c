import { projectAssociation } from '../../src/checks/project-association';
import { inShort, judge, judgeSingle, type Case } from '../support/judging';
import type { EvidenceChanges, SummaryChanges } from '../support/facts';

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

const single: Case<SummaryChanges>[] = [
  ['seen somewhere', {}, 'pass'],
  ['three seen nowhere', { invisible: { yes: 3 } }, 'fail: reason.repositories'],
  ['one does not say', { invisible: { unknown: 1 } }, 'unknown: reason.repositories-unread'],
  ['the list may be cut', { atLeast: true }, 'unknown: reason.list-cut'],
];

test.each(single)('single repositories: %s', (_, repositories, expected) => {
  expect(inShort(judgeSingle(projectAssociation, { repositories }))).toBe(expected);
});

test('weighs medium', () => expect(projectAssociation.severity).toBe('medium'));
