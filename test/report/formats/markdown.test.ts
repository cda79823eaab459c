import { acceptanceOf } from '../../../src/decisions/accept';
import { NO_DECISIONS, withEntries } from '../../../src/decisions/decisions';
import { buildReport } from '../../../src/report/build-report';
import { checklistMarkdown, escapeMarkdown } from '../../../src/report/formats/markdown';
import { HOUR, NOW, gathered, integration, reportOptions, type IntegrationChanges } from '../../support/facts';
import { HOSTILE_TEXTS } from '../../support/hostile-texts';
import { textsIn } from '../../support/texts';

const t = textsIn('en');

function markdown(changes: IntegrationChanges, title = 'GitLab: payments') {
  const report = buildReport(gathered({ integrations: [integration(changes)], gijVersion: '5.1.1' }), reportOptions());
  return checklistMarkdown({ subject: report.subjects[0]!, title, gijVersion: '5.1.1', now: NOW }, t);
}

test('what is to fix stands there with reason, steps and values, the rest in a line', () => {
  const text = markdown({
    requireUserPat: false,
    disableSslVerification: true,
    origin: 'https://gitlab.acme.example',
    integrationType: 'GITLAB_SERVER',
    lastIndexedDate: NOW - HOUR,
  });
  expect(text.split('\n').filter((line) => line !== '')).toEqual([
    '# GitLab: payments',
    'At risk · GitLab · gitlab.acme.example · 10 repositories · indexed 1 hour ago',
    expect.stringMatching(/^2 to fix, \d+ passed\.$/),
    '## To fix (2)',
    '### High: Branches and pull requests are created under a shared account',
    'Unless the general setting Require User PAT is on.',
    expect.stringMatching(/^\*\*Why\*\*: Branches and pull requests made from Jira/),
    '**Recommended**: Require User PAT: Enabled, and Repository Browser: Enabled',
    '**How to fix it**:',
    '1. Open Git &gt; Manage integrations',
    '2. Actions &gt; Edit integration settings',
    '3. Feature settings: Repository Browser = Enabled',
    '4. Feature settings: Require User PAT = Enabled',
    '5. Save',
    expect.stringMatching(/^\*\*Users\*\*: Each user is asked once/),
    '**Read from GIJ**:',
    '- Require User PAT: Disabled',
    expect.stringMatching(/^Read .* from \/integrations$/),
    '- Require User PAT (general setting): not answered yet',
    'GIJ’s REST API does not show it',
    expect.stringMatching(/^\[GitKraken’s documentation\]\(https:\/\/help\.gitkraken\.com\/[\w/-]+\)$/),
    '### High: SSL certificates are not verified',
    expect.stringMatching(/^\*\*Why\*\*/),
    '**Recommended**: SSL Verify: Enabled',
    '**How to fix it**:',
    expect.stringMatching(/^1\. Is the certificate self-signed/),
    '2. Open Git &gt; Manage integrations',
    '3. Actions &gt; Edit integration settings',
    '4. Connection settings &gt; Manage credentials: SSL Verify = Enabled',
    '5. Save',
    expect.stringMatching(/^\*\*Users\*\*/),
    '**Read from GIJ**:',
    '- SSL Verify: Disabled',
    '- Origin: https\\://gitlab.acme.example',
    expect.stringMatching(/^Read /),
    expect.stringMatching(/^\[GitKraken’s documentation\]/),
    expect.stringMatching(/^Passed: \d+ · Not applicable: \d+$/),
  ]);
});

test('a question and what could not be read stand there in a line each', () => {
  const text = markdown({ trustFolderStat: 'absent' });
  expect(text).toContain(
    '## Question, the same for all integrations (1)\n\n- Is Enforce Git service permissions on?\n',
  );
  expect(text).toContain(
    '## Could not be read (1)\n\n- TrustFolderStat: The answer of Git Integration for Jira does not',
  );
});

test('a disabled integration says only that', () => {
  expect(
    markdown({ disabled: true })
      .split('\n')
      .filter((line) => line !== ''),
  ).toEqual([
    '# GitLab: payments',
    expect.stringMatching(/^Disabled · /),
    'The integration is disabled: it is not indexed.',
  ]);
});

test.each([
  ['# a *bold* name', '\\# a \\*bold\\* name'],
  ['[click](https://evil.example)', '\\[click\\](https\\://evil.example)'],
  ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
  ['a & b', 'a &amp; b'],
  ['line\n# another\u2028one', 'line # another one'],
  ['`code` | ~~cell~~', '\\`code\\` \\| \\~\\~cell\\~\\~'],
  ['www.evil.example', 'www\\.evil.example'],
  ['@everyone', '&#64;everyone'],
  ['1. first', '1\\. first'],
  ['- item', '\\- item'],
  ['a-b 1.5', 'a-b 1.5'],
  ['left \u202eright', 'left right'],
  ['no\u200bthing\u200f to see\u00ad', 'nothing to see'],
  ['\\', '\\\\'],
])('%j is written as the words it is', (name, expected) => {
  expect(escapeMarkdown(name)).toBe(expected);
});

test.each(Object.entries(HOSTILE_TEXTS))('%s as a name and as an origin stays in its line', (_, make) => {
  const hostile = make(2_000);
  const lines = markdown({ displayName: hostile, origin: hostile, disableSslVerification: true }, hostile).split('\n');
  const usual = markdown({ displayName: 'a', origin: 'b', disableSslVerification: true }, 'a').split('\n');
  expect(lines[0]).toMatch(/^# /);
  expect(lines.filter((line) => line.startsWith('#'))[1]).toMatch(/^## /);
  expect(lines.filter((line) => /^# /.test(line))).toHaveLength(usual.filter((line) => /^# /.test(line)).length);
  expect(lines.join('\n')).not.toMatch(/<[a-z!/]/i);
});

test('an accepted Fail says by whom, why and until when', () => {
  const given = gathered({ integrations: [integration({ disableSslVerification: true })] });
  const failing = buildReport(given, reportOptions()).subjects[0]!.findings.find(({ verdict }) => verdict === 'fail')!;
  const entry = acceptanceOf(failing, { reason: 'mitigated', note: 'see *wiki*', at: NOW, by: 'Ada' });
  const { subjects } = buildReport(given, { decisions: withEntries(NO_DECISIONS, [entry]), now: NOW });
  const text = checklistMarkdown({ subject: subjects[0]!, title: 'GitLab', gijVersion: '5.1.1', now: NOW }, t);
  expect(text).toContain('## Accepted (1)');
  expect(text).toMatch(
    /- SSL certificates are not verified \(Mitigated in another way\. Accepted by Ada until .*2026.*\. see \\\*wiki\\\*\)/,
  );
  expect(text).toMatch(/0 to fix, \d+ passed, 1 accepted/);
});
