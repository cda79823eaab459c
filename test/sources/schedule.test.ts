import { createJiraClient, type Send } from '../../src/sources/jira-client';
import { loadSchedule } from '../../src/sources/schedule';
import { failureOf } from '../support/client';
import { jobRows, REINDEX_JOB, schedulerPage } from '../support/scheduler-page';

const PASSWORD_FORM =
  '<html><form action="/secure/admin/WebSudoAuthenticate.jspa"><input name="webSudoPassword"></form></html>';
const LOGIN_PAGE = '<html><form id="login-form"><input name="os_username"></form></html>';
const OTHER_JOB = jobRows(1, 'com.example.OtherJob', '1 hour');

function loadBy(how: { readonly once?: boolean }, ...answers: (() => Response)[]) {
  let calls = 0;
  const send = jest.fn<Promise<Response>, Parameters<Send>>(() =>
    Promise.resolve((answers[calls++] ?? answers.at(-1)!)()),
  );
  const client = createJiraClient({
    contextPath: '/jira',
    send,
    now: () => 1_750_000_000_000,
    sleep: () => Promise.resolve(),
  });
  return { reading: loadSchedule(client, new AbortController().signal, how), send };
}
const load = (...answers: (() => Response)[]) => loadBy({}, ...answers);
const html = (text: string, init?: ResponseInit) => () => new Response(text, init);
const redirect = () => new Response(null, { status: 302, headers: { Location: '/jira/x' } });

test.each([
  '5 minutes',
  '6,944 days, 10 hours, 39 minutes',
  '0 0/30 8-18 ? * MON-FRI 2030',
  'alle 5 Minuten',
  '300000',
])('reads %j', async (words) => {
  const { reading, send } = load(
    html(schedulerPage(OTHER_JOB, jobRows(2, REINDEX_JOB, words), jobRows(3, 'z.Job', '2 days'))),
  );
  expect(await reading).toMatchObject({
    words,
    stamp: { source: 'schedule', request: 'GET /secure/admin/SchedulerAdmin.jspa' },
  });
  expect(send.mock.calls[0]?.[0]).toBe('/jira/secure/admin/SchedulerAdmin.jspa');
});

test.each([
  ['a password form', html(PASSWORD_FORM), { kind: 'websudo' }],
  ['a password form with 401', html(PASSWORD_FORM, { status: 401 }), { kind: 'websudo' }],
  ['a login page', html(LOGIN_PAGE), { kind: 'unauthorised' }],
  ['a page without the table', html('<html><p>Scheduler</p></html>'), { kind: 'malformed' }],
  [
    'a page that is cut off before the job',
    html(schedulerPage(OTHER_JOB, jobRows(2, REINDEX_JOB, '5 minutes')).slice(0, 600)),
    { kind: 'malformed' },
  ],
  [
    'a page that is cut off within the schedule',
    html(schedulerPage(jobRows(1, REINDEX_JOB, '1 hour, 30 minutes')).split(', 30 minutes')[0] ?? ''),
    { kind: 'malformed' },
  ],
  ['JSON', html('{"success":true}'), { kind: 'malformed' }],
  ['an empty answer', html(''), { kind: 'malformed' }],
  ['no such page', html('<html>', { status: 404 }), { kind: 'missing', status: 404 }],
  ['a missing permission', html('<html>', { status: 403 }), { kind: 'forbidden' }],
  ['a redirect to nowhere', redirect, { kind: 'unauthorised' }],
])('%s fails', async (_, answer, failure) => {
  expect(await failureOf(load(answer).reading)).toMatchObject(failure);
});

test.each([
  ['no job of the reindex', schedulerPage(OTHER_JOB)],
  ['no schedule', schedulerPage(jobRows(2, REINDEX_JOB, ''))],
  [
    'the schedule of a row of its own',
    schedulerPage(jobRows(2, REINDEX_JOB, '5 minutes').replace(/<tr class="job[^>]*>/, '<tr>')),
  ],
  ['the job outside of the list', schedulerPage(OTHER_JOB) + jobRows(2, REINDEX_JOB, '5 minutes')],
  ['the job in a comment', schedulerPage(OTHER_JOB, `<!--${jobRows(2, REINDEX_JOB, '5 minutes')}-->`)],
  ['the job in a script', schedulerPage(OTHER_JOB, `<script>${jobRows(2, REINDEX_JOB, '5 minutes')}</script>`)],
])('the page with %s does not tell it', async (_, text) => {
  expect(await load(html(text)).reading).toStrictEqual({
    stamp: expect.objectContaining({ source: 'schedule' }) as unknown,
  });
});

test('of a long text the beginning is kept, without a credential', async () => {
  const words = `https://bot:secret@host/ ${'x '.repeat(1000)}`;
  const { reading } = load(html(schedulerPage(jobRows(2, REINDEX_JOB, words))));
  expect((await reading).words).toMatch(/^https:\/\/\S*@host\/ (x )+$/);
  expect((await reading).words).not.toContain('secret');
  expect((await reading).words).toHaveLength(300);
});

test('a redirect to the password form is followed', async () => {
  const { reading, send } = load(redirect, html(PASSWORD_FORM));
  expect(await failureOf(reading)).toMatchObject({ kind: 'websudo' });
  expect(send.mock.calls.map(([, init]) => init.redirect)).toEqual(['manual', 'follow']);
  // Only within this Jira, and without telling where the admin is.
  expect(send.mock.calls.map(([, { mode, referrerPolicy }]) => [mode, referrerPolicy])).toEqual([
    [undefined, 'no-referrer'],
    ['same-origin', 'no-referrer'],
  ]);
});

test('a redirect to another host is a lost session', async () => {
  const refuse = () => {
    throw new TypeError('Failed to fetch');
  };
  const { reading } = load(redirect, refuse);
  expect(await failureOf(reading)).toMatchObject({ kind: 'unauthorised' });
});

test('a busy Jira is asked again', async () => {
  const { reading } = load(html('', { status: 429 }), html(schedulerPage(jobRows(2, REINDEX_JOB, '5 minutes'))));
  expect((await reading).words).toBe('5 minutes');
});

test.each<[string, (page: string) => string]>([
  ['cut off after the job', (page) => page.slice(0, page.lastIndexOf('<dt>Last run'))],
  [
    'markup in the schedule',
    (page) => page.replace('5 minutes', '<span title="a > b">5</span>&nbsp;<b>minutes</b><!-- 9 -->'),
  ],
  ['entities in the key', (page) => page.replace(`"${REINDEX_JOB}"`, `"${REINDEX_JOB.replaceAll('.', '&#46;')}"`)],
  [
    'the key as the text of its cell',
    (page) => page.replace(`data-runner-key="${REINDEX_JOB}">RevisionIndexJob`, `>${REINDEX_JOB}`),
  ],
  [
    'attributes without quotes, in capitals',
    (page) => page.replace(/<tr class="runner" data-runner-id="(\d)"/g, '<TR CLASS=runner DATA-RUNNER-ID=$1'),
  ],
  ['end tags left out', (page) => page.replace(/<\/(dd|td|tr)>/g, '')],
  ['a table within the details', (page) => page.replace('{}', '<table><tr data-runner-id="9"><td>x</td></tr></table>')],
  [
    'a schedule of something else first',
    (page) => page.replace('<dt>Schedule', '<dd class="schedules">1 day</dd><dt>Schedule'),
  ],
])('reads the page with %s', async (_, change) => {
  const { reading } = load(html(change(schedulerPage(OTHER_JOB, jobRows(2, REINDEX_JOB, '5 minutes')))));
  expect((await reading).words).toBe('5 minutes');
});

test.each([
  ['a redirect', redirect, 'unauthorised'],
  ['a password form', html(PASSWORD_FORM), 'websudo'],
  ['a busy Jira', html('', { status: 429 }), 'rate-limited'],
  ['a Jira that starts', html('', { status: 503 }), 'starting'],
])('once: %s is asked no second time', async (_, answer, kind) => {
  const { reading, send } = loadBy({ once: true }, answer, html(schedulerPage(jobRows(2, REINDEX_JOB, '5 minutes'))));
  expect(await failureOf(reading)).toMatchObject({ kind });
  expect(send.mock.calls.map(([, { redirect: how }]) => how)).toEqual(['manual']);
});
