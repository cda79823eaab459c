import type { KeptCheck, KeptSubject } from '../../src/last-check/kept-check';

/** A healthy integration without a name. */
export function keptSubject(id: number, changes: Partial<KeptSubject> = {}): KeptSubject {
  return { id: String(id), health: 'healthy', fails: [], unread: [], ...changes };
}

/** @param at milliseconds since the epoch */
export function keptCheck(subjects: readonly KeptSubject[], at: number, changes: Partial<KeptCheck> = {}): KeptCheck {
  return { version: 1, at, badges: 'on', subjects, ...changes };
}

const LONG = 'A very long name of an integration that somebody pasted from a description: '.repeat(4).trim();

/** The integrations of `list-4.html` and `list-5.html`, with names that a page may take badly; the last two are twins. */
export const LISTED: readonly KeptSubject[] = [
  keptSubject(1, {
    name: 'https://github.com/*',
    health: 'at-risk',
    fails: ['require-user-pat', 'display-name'],
    unread: ['repository-count'],
  }),
  keptSubject(2, { name: 'GitHub Enterprise: platform teams' }),
  keptSubject(3, { name: 'GitLab: payments', health: 'at-risk', fails: ['ssl-verification', 'require-user-pat'] }),
  keptSubject(4, { name: 'GitLab', health: 'needs-attention', fails: ['display-name'] }),
  keptSubject(5, { name: 'Azure DevOps: data warehouse', health: 'needs-attention', fails: ['indexing-freshness'] }),
  keptSubject(6, { name: 'CodeCommit: machine learning', health: 'partly-checked', unread: ['repository-count'] }),
  keptSubject(7, { name: 'Gerrit: firmware', health: 'not-checked' }),
  keptSubject(8, { name: 'Archive share', health: 'disabled' }),
  keptSubject(9, { name: 'مستودع الدفع (acme)' }),
  keptSubject(10, { name: '<b>Bold</b> & "quoted"' }),
  keptSubject(11, { name: LONG, health: 'needs-attention', fails: ['display-name'] }),
  keptSubject(12, { name: '  Blanks around ' }),
  keptSubject(13, { name: 'Twin' }),
  keptSubject(14, { name: 'Twin', health: 'at-risk', fails: ['ssl-verification'] }),
];
