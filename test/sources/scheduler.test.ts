import { createJiraClient, type Send } from '../../src/sources/jira-client';
import { loadSchedule } from '../../src/sources/scheduler';
import { failureOf } from '../support/client';

const KEY = 'com.bigbrassband.jira.git.jiraservices.jobs.RevisionIndexJob';

const runner = (id: number, key: string, schedule: string) => `
  <tr class="runner" data-runner-id="${id}"><td class="runner-key" data-runner-key="${key}">${key.replace(/.*\./, '')}</td><td>1</td></tr>
  <tr class="job-details hidden" data-runner-id="${id}"><td colspan="2"><dl class="details">
    <dt>Parameters</dt><dd class="parameters">{}</dd>
    <dt>Schedule</dt><dd class="schedule">
      ${schedule}
    </dd>
    <dt>Last run duration</dt><dd class="last-run-duration">12 ms</dd>
  </dl></td></tr>`;

const page = (...rows: string[]) => `<!DOCTYPE html><html><body>
  <a href="/jira/secure/admin/WebSudoAuthenticate!drop.jspa">drop access</a><a href="/jira/login.jsp?os_username=">Log out</a>
  <table class="aui runners"><tbody>${rows.join('')}</tbody></table></body></html>`;

const PASSWORD_FORM =
  '<html><form action="/secure/admin/WebSudoAuthenticate.jspa"><input name="webSudoPassword"></form></html>';
const LOGIN_PAGE = '<html><form id="login-form"><input name="os_username"></form></html>';
const OTHER_JOB = runner(1, 'com.example.OtherJob', '1 hour');

function load(...answers: (() => Response)[]) {
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
  return { reading: loadSchedule(client, new AbortController().signal), send };
}
const html = (text: string, init?: ResponseInit) => () => new Response(text, init);
const redirect = () => new Response(null, { status: 302, headers: { Location: '/jira/x' } });

test.each([
  ['5 minutes', { kind: 'interval', minutes: 5 }],
  ['1 hour', { kind: 'interval', minutes: 60 }],
  ['1 hour, 30 minutes', { kind: 'interval', minutes: 90 }],
  ['0 minutes', { kind: 'interval', minutes: 0 }],
  ['6,944 days, 10 hours, 39 minutes', { kind: 'interval', minutes: 9_999_999 }],
  ['0 0 6,20 * * ?', { kind: 'cron', expression: '0 0 6,20 * * ?' }],
  ['0 0/30 8-18 ? * MON-FRI 2030', { kind: 'cron', expression: '0 0/30 8-18 ? * MON-FRI 2030' }],
])('reads %j', async (schedule, current) => {
  const { reading, send } = load(html(page(OTHER_JOB, runner(2, KEY, schedule), runner(3, 'z.Job', '2 days'))));
  expect(await reading).toMatchObject({
    current,
    stamp: { source: 'scheduler', request: 'GET /secure/admin/SchedulerAdmin.jspa' },
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
    html(page(OTHER_JOB, runner(2, KEY, '5 minutes')).slice(0, 600)),
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
  ['a table without the job', page(OTHER_JOB), undefined],
  ['a schedule in another language', page(runner(2, KEY, 'alle 5 Minuten')), 'alle 5 Minuten'],
  ['a bare number', page(runner(2, KEY, '300000')), '300000'],
  ['a very long text', page(runner(2, KEY, 'x '.repeat(1000))), 'x '.repeat(50)],
  ['no schedule', page(runner(2, KEY, '')), undefined],
])('the page with %s does not tell it', async (_, text, notUnderstood) => {
  expect(await load(html(text)).reading).toMatchObject({ current: undefined, notUnderstood });
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
  const { reading } = load(html('', { status: 429 }), html(page(runner(2, KEY, '5 minutes'))));
  expect((await reading).current).toEqual({ kind: 'interval', minutes: 5 });
});
