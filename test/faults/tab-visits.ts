import type { FaultCase } from './case';
import { observe, type Seen } from './observe';
import { asUndamaged, notBetter, scrapsIn } from './oracle';
import {
  fillForms,
  formComplaints,
  letTimePass,
  press,
  settled,
  undamagedPage,
  until,
  whileSpoilt,
  type Visit,
} from './visits';
import { WORDS, type Kind } from './words';

/** Faults of what the tab of the reindex interval asks for: the page of the scheduler, and the looks of the watch. */

interface Form {
  readonly section: string;
  readonly button: string;
  /** Where it says that everything went well. */
  readonly told: string;
  /** There once the form has come to an end, well or not. */
  readonly over: RegExp;
  /** Said where everything went well. */
  readonly good: RegExp;
}

const FORMS = {
  scheduler: {
    section: '.gic-scheduler',
    button: 'Read the schedule',
    told: '.gic-given',
    over: /Scheduler details: every|You can enter the interval yourself, too/,
    good: /Scheduler details: every \d+ minutes\./,
  },
  watch: {
    section: '.gic-way:has-text("Measure here")',
    button: 'Start measuring',
    told: '.gic-way:has-text("Measure here")',
    over: /Next measurement: /,
    good: /Measuring\. +Next measurement: /,
  },
} as const satisfies Record<string, Form>;

const CLAIMS_TO_HAVE_READ = /Scheduler details page was read/;

function wordComplaints(text: string, { endpoint, says, status, mentions }: FaultCase): string[] {
  const good = FORMS[endpoint as 'scheduler' | 'watch'].good.test(text);
  if (good && (says.includes('whole') || (says.includes('damaged') && mentions === undefined))) return [];
  // Of rows only the dates are looked at here.
  if (good && says.includes('damaged') && endpoint === 'watch') return [];
  if (good) return [`expected ${says.join(' or ')}, but all is well: ${text}`];
  if (says.includes('damaged'))
    return mentions === undefined || mentions.test(text) ? [] : [`does not say ${mentions}: ${text}`];
  const kinds = says.filter((one): one is Kind => one !== 'whole' && one !== 'damaged');
  // What is no Scheduler page at all must not be told as one that was read.
  if (endpoint === 'scheduler' && kinds.includes('malformed') && /Scheduler details/.test(text))
    return CLAIMS_TO_HAVE_READ.test(text) ? [`says that the page was read: ${text}`] : [];
  const kind = kinds.find((one) => WORDS[one].long.test(text));
  if (!kind) return [`expected ${says.join(' or ')}: ${text}`];
  return kind === 'http' && status !== undefined && !text.includes(`HTTP ${status}`)
    ? [`does not say HTTP ${status}: ${text}`]
    : [];
}

/** What the page asks for when it is opened without waiting for it: whatever comes, nothing is told of it. */
export async function quietComplaints(visit: Visit, fault: FaultCase, before: Seen): Promise<string[]> {
  const seen = await whileSpoilt(visit, fault, async () => {
    await visit.page.goto(visit.proxy.url);
    await settled(visit, fault);
    if (typeof fault.spoil === 'function') await until('the request', () => Promise.resolve(visit.proxy.asked() > 0));
    return observe(visit.page);
  });
  // Without the schedule less is known of the one check that is about it.
  const rest = (all: Seen): Seen =>
    fault.endpoint === 'scheduler' ? { ...all, checks: all.checks.filter(({ id }) => id !== 'reindex-interval') } : all;
  return [...asUndamaged(rest(seen), rest(before)), ...notBetter(seen, before), ...scrapsIn(seen.text)].map(
    (text) => `when the page is opened: ${text}`,
  );
}

/** What the page says where it does not know what is shared. */
const SHARED_UNKNOWN = /^(Shared decisions could not be read|What is shared cannot be understood|A newer version of)/;

/** What admins share is asked for once the page is there: the page says that it is not known, and all else stays. */
export async function sharedComplaints(visit: Visit, fault: FaultCase, before: Seen): Promise<string[]> {
  const { page, proxy } = visit;
  const isTold = async () => (await observe(page)).messages.some(({ title }) => SHARED_UNKNOWN.test(title));
  // Without any issue type there is no place at which admins could share.
  const isToBeTold =
    fault.name !== 'issue-types: []' && !fault.says.some((one) => ['whole', 'damaged', 'missing'].includes(one));
  const seen = await whileSpoilt(visit, fault, async () => {
    await page.goto(proxy.url);
    await settled(visit, fault);
    if (typeof fault.spoil === 'function') await until('the request', () => Promise.resolve(proxy.asked() > 0));
    if (isToBeTold) await until('a word on what is shared', isTold, () => letTimePass(visit, fault));
    return observe(page);
  });
  const messages = seen.messages.filter(({ title }) => !SHARED_UNKNOWN.test(title));
  return [...asUndamaged({ ...seen, messages }, before), ...notBetter(seen, before), ...scrapsIn(seen.text)];
}

/** Typed forms, a fault, its words, another try. */
export async function tabComplaints(visit: Visit, fault: FaultCase, before: Seen): Promise<string[]> {
  const { page, proxy } = visit;
  const form: Form = FORMS[fault.endpoint as 'scheduler' | 'watch'];
  const atLoad = fault.endpoint === 'scheduler' ? await quietComplaints(visit, fault, before) : [];
  await undamagedPage(visit);
  await fillForms(page);
  const section = page.locator(form.section);
  const textOf = async (place: string) => ((await page.locator(place).textContent()) ?? '').replace(/\s+/g, ' ');
  const said = async () => {
    const [own, told] = [await textOf(form.section), await textOf(form.told)];
    return form.good.test(own) ? own : `${own} ${form.good.exec(told)?.[0] ?? ''}`;
  };
  const meanwhile = () => letTimePass(visit, fault);
  const looks = async () => /: (\d+) measurements?, /.exec((await observe(page)).text)?.[1] ?? '0';

  const wrong = await whileSpoilt(visit, fault, async () => {
    await press(section.getByRole('button', { name: form.button }));
    await until(`an end of "${form.button}"`, async () => form.over.test(await said()), meanwhile);
    const text = await said();
    const asked =
      fault.tries !== undefined && proxy.asked() !== fault.tries
        ? [`asked ${proxy.asked()} times instead of ${fault.tries}`]
        : [];
    const isGood = form.good.test(text);
    const counted =
      fault.endpoint === 'watch' && !isGood && (await looks()) !== '0' ? ['a look that failed was counted'] : [];
    const seen = await observe(page);
    return [...wordComplaints(text, fault), ...asked, ...counted, ...scrapsIn(seen.text), ...formComplaints(seen)];
  });
  // The watch tries again by itself.
  if (fault.endpoint === 'watch') await page.clock.fastForward(16 * 60_000);
  else await press(section.getByRole('button', { name: form.button }));
  await until('the good answer', async () => form.good.test(await said()));
  const seen = await observe(page);
  return [...atLoad, ...wrong, ...scrapsIn(seen.text), ...formComplaints(seen)];
}
