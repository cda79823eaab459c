import type { FaultCase, Says } from './case';
import type { PageEndpoint } from './endpoints';
import type { Seen, SeenRow } from './observe';
import {
  ACCESS,
  CRASH,
  KEPT,
  NO_INTEGRATION,
  SCRAPS,
  UNREAD,
  WHOLE_PAGES,
  WORDS,
  type Kind,
  type PageSource,
} from './words';

/** Judges what is on the page by what is truly so. Each line it answers is something that should not be. */

const CALM = new Set(['Healthy', 'Disabled']);

/** Of a section of checks: the higher, the less there is to do. */
function calmness(section: string): number {
  return ['Not applicable', 'Passed'].indexOf(section);
}

/** Says that nothing needs anything. */
const ALL_CLEAR = /^(All clear|\d+ integrations? (is|are) healthy|Nothing wrong)/;

function countIn(text: string, what: RegExp): number {
  return Number(what.exec(text)?.[1]?.replaceAll(',', '') ?? 0);
}

/** Nothing is to fix, or nothing is said of it, as of a disabled one. */
function isCalm({ toFix }: SeenRow): boolean {
  return toFix === '' || toFix.endsWith('Nothing to fix');
}

/** Texts that no page may show, whatever happens. */
export function scrapsIn(text: string): string[] {
  const scrap = SCRAPS.exec(text);
  const around = scrap && text.slice(Math.max(0, scrap.index - 60), scrap.index + 60);
  return [
    ...(around === null ? [] : [`scrap on the page: …${around}…`]),
    ...(CRASH.test(text) ? ['the page fell'] : []),
  ];
}

function rowComplaints(now: SeenRow, before: SeenRow): string[] {
  const wrong: string[] = [];
  const say = (what: string) => wrong.push(`${now.key}: ${what}`);
  if (CALM.has(now.health) && now.health !== before.health) say(`${before.health} became ${now.health}`);
  if (isCalm(now) && now.toFix !== before.toFix) say(`"${before.toFix}" became "${now.toFix}"`);
  const isFewer =
    /^at least /.test(now.repositories) &&
    countIn(now.repositories, /([\d,]+)/) <= countIn(before.repositories, /([\d,]+)/);
  if (![before.repositories, 'Unknown'].includes(now.repositories) && !isFewer)
    say(`repositories ${before.repositories} became ${now.repositories}`);
  if (![before.lastIndexed, 'Unknown'].includes(now.lastIndexed))
    say(`last indexed ${before.lastIndexed} became ${now.lastIndexed}`);
  const isNamed =
    [before.name, `Integration ${now.key.replace(/^.*:/, '')} (no display name)`].includes(now.name) ||
    now.name.includes('\uFFFD');
  if (!isNamed) say(`name ${before.name} became ${now.name}`);
  return wrong;
}

const UNUSABLE = /^([\d,]+) rows? of an answer could not be used/;

/** How many rows of an answer the page says it could not use. */
function unusableRows({ messages }: Seen): number {
  return messages.reduce((sum, { title }) => sum + countIn(title, UNUSABLE), 0);
}

/** On how many integrations users act under a shared account, or may do so. */
function flagged({ messages }: Seen): number {
  const flag = messages.find(({ title }) => /^(Branches and pull requests|Require User PAT) /.test(title));
  const counts = flag?.text.matchAll(/(?:under a shared account|could not be checked) on ([\d,]+) integration/g) ?? [];
  return [...counts].reduce((sum, [, count = '']) => sum + Number(count), 0);
}

/** Whatever was spoilt: nothing may be shown better than it is, and what is not shown has to be accounted for. */
export function notBetter(now: Seen, before: Seen): string[] {
  const found = new Map(now.table.map((row) => [row.key, row]));
  const wrong = now.table.flatMap((row) => {
    const undamaged = before.table.find(({ key }) => key === row.key);
    return undamaged ? rowComplaints(row, undamaged) : [];
  });
  const lost = before.table.filter(({ key }) => !found.has(key)).map(({ key }) => key);
  if (lost.length > unusableRows(now)) wrong.push(`not shown any more: ${lost.join(', ')}`);
  if (ALL_CLEAR.test(now.summary) && !ALL_CLEAR.test(before.summary)) wrong.push(`the head says: ${now.summary}`);
  if (NO_INTEGRATION.test(now.text)) wrong.push('it says that there is no integration');
  if (flagged(now) < flagged(before) - lost.length)
    wrong.push(`users under a shared account on ${flagged(before)} integrations became ${flagged(now)}`);
  const names = before.table.flatMap(({ key, name }) => (lost.includes(key) ? [name] : []));
  return [...wrong, ...countComplaints(now), ...checkComplaints(now, before, names)];
}

/** The filters in the head count what the table shows. */
function countComplaints({ table, healths }: Seen): string[] {
  const shown: Record<string, number> = {};
  for (const { health } of table) shown[health] = (shown[health] ?? 0) + 1;
  const all = new Set([...Object.keys(shown), ...Object.keys(healths)]);
  return [...all]
    .filter((health) => shown[health] !== healths[health])
    .map((health) => `${health}: the head counts ${healths[health]}, the table ${shown[health]}`);
}

/** No check may pass that did not, but without those that are lost where that is told beside it; none may be left out. */
function checkComplaints(now: Seen, before: Seen, lost: readonly string[]): string[] {
  const isTold = now.besideChecks.some((title) => UNUSABLE.test(title));
  return before.checks.flatMap(({ id, section, where }) => {
    const found = now.checks.find((check) => check.id === id);
    if (!found) return [`not shown any more: the check ${id}`];
    if (isTold && lost.some((name) => where.includes(name))) return [];
    return calmness(found.section) > calmness(section) ? [`the check ${id}: ${section} became ${found.section}`] : [];
  });
}

/** The same as without the fault. */
export function asUndamaged(now: Seen, before: Seen): string[] {
  const shown = ({ summary, facts, healths, table, checks, messages, tabs }: Seen) => ({
    summary,
    facts: facts.replace(/^Checked [^·]* · /, ''),
    healths,
    table,
    checks,
    tabs,
    messages: messages.map(({ title }) => title),
  });
  const [one, other] = [shown(now), shown(before)];
  return (Object.keys(one) as (keyof typeof one)[])
    .filter((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]))
    .map((part) => `${part} is not as undamaged: ${differenceOf(one[part], other[part])}`);
}

function differenceOf(one: unknown, other: unknown): string {
  const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
  const from = Math.max(0, [...a].findIndex((letter, place) => letter !== b[place]) - 30);
  return `…${a.slice(from, from + 120)}… instead of …${b.slice(from, from + 120)}…`;
}

const isKind = (says: Says): says is Kind => says !== 'whole' && says !== 'damaged';

/** Which of the kinds that may be said is said in a text. */
function kindSaid(text: string, says: readonly Says[], length: 'long' | 'short'): Kind | undefined {
  return says.filter(isKind).find((kind) => WORDS[kind][length].test(text));
}

type Message = Seen['messages'][number];

/** Messages that tell of the failure of a source. */
function failuresIn({ messages }: Seen): Message[] {
  return messages.filter(
    ({ title }) =>
      Object.values(ACCESS).includes(title) ||
      (/ could not be read\b/.test(title) && !/^(The details of|Not known whether) /.test(title)),
  );
}

/** What is said of a source is true of it, and of no other. */
function isOfSource({ title, text }: Message, source: PageSource, kept: boolean): boolean {
  if (!Object.values(ACCESS).includes(title)) return UNREAD[source].test(title);
  // What is shown instead is all of one reading then, and no source is named.
  if (kept) return KEPT.test(text);
  return UNREAD[source].test(text.slice(title.length));
}

interface When extends Pick<FaultCase, 'says' | 'status' | 'mentions'> {
  readonly endpoint: PageEndpoint;
  /** Something was read before, and is kept. */
  readonly kept: boolean;
}

/** True words, for a source that failed: which one, and why. */
function failureComplaints(
  now: Seen,
  { endpoint, says, status, mentions, kept }: Omit<When, 'endpoint'> & { readonly endpoint: PageSource },
): string[] {
  const message = failuresIn(now).find((one) => isOfSource(one, endpoint, kept));
  const wholePage =
    endpoint === 'integrations' && !kept
      ? says.filter(isKind).find((kind) => now.messages.some((one) => one.title === WHOLE_PAGES[kind]))
      : undefined;
  const text = message?.text ?? (wholePage ? now.text : '');
  const kind = kindSaid(text, says, 'long');
  if (!kind)
    return [
      `expected "${endpoint} could not be read" for ${says.join(' or ')}, but: ${now.messages.map((one) => `${one.title} (${one.text.slice(0, 160)})`).join('; ')}`,
    ];
  const others = failuresIn(now).filter((one) => one !== message);
  const isAccess = message !== undefined && Object.values(ACCESS).includes(message.title);
  return [
    ...(others.length > 0
      ? [`says of others, too, that they failed: ${others.map(({ text }) => text.slice(0, 120)).join('; ')}`]
      : []),
    ...(kind === 'http' && status !== undefined && !text.includes(`HTTP ${status}`)
      ? [`does not say HTTP ${status}: ${text}`]
      : []),
    ...(kind === 'http' && mentions && !mentions.test(text) ? [`does not say ${mentions}: ${text}`] : []),
    ...(kept && !KEPT.test(text) ? ['does not say that what was read before is shown'] : []),
    ...(kept && / nothing changed\./.test(now.text) ? ['says that nothing changed'] : []),
    ...(isAccess || /Request: GET \/rest\//.test(text) ? [] : ['does not name the request']),
  ];
}

/** Of the one integration that is asked for by itself. */
function detailsComplaints(now: Seen, dialog: string, says: readonly Says[]): string[] {
  const row = now.table.find(({ key }) => key === 'integration:6');
  return [
    ...(now.messages.some(({ title }) => title === 'The details of 1 integration could not be read')
      ? []
      : ['does not say that the details could not be read']),
    ...(kindSaid(dialog, says, 'short')
      ? []
      : [`the checklist does not say ${says.join(' or ')}: ${dialog.slice(0, 400)}`]),
    ...(/^Could not be checked: .*Require user PAT/i.test(row?.toFix ?? '')
      ? []
      : [`to fix on integration 6: ${row?.toFix}`]),
    ...(row && CALM.has(row.health) ? [`integration 6 is ${row.health}`] : []),
  ];
}

/** Everything that does not rest on the source that failed. */
function restComplaints(now: Seen, before: Seen, { endpoint, kept, says }: When): string[] {
  const { summary, table, checks, tabs } = now;
  if (endpoint === 'integrations' && !kept) {
    const isAlone = says.filter(isKind).some((kind) => now.messages.some(({ title }) => title === WHOLE_PAGES[kind]));
    return [
      ...(/could not be read/.test(summary) ? [] : [`the summary says: ${summary}`]),
      ...(isAlone || tabs.length === before.tabs.length ? [] : ['the tabs are not shown']),
      ...(isAlone || table.some(({ key }) => key === 'single-repositories')
        ? []
        : ['single repositories are not shown']),
    ];
  }
  const lost = before.table
    .filter(({ key }) => !table.some((row) => row.key === key))
    .map(({ key }) => `not shown any more: ${key}`);
  const isVersionKnown = endpoint !== 'server-info' || kept;
  const missing =
    isVersionKnown && !now.facts.includes('Jira 10.3.2') ? [`the version is not shown any more: ${now.facts}`] : [];
  // Without Jira's clock nobody knows how old a date is.
  const rests: Readonly<Partial<Record<PageEndpoint, boolean>>> = {
    myself: true,
    'server-info': kept,
    repositories: kept,
    integrations: kept,
  };
  const same =
    rests[endpoint] === true && JSON.stringify([table, checks]) !== JSON.stringify([before.table, before.checks]);
  const healthy =
    endpoint === 'repositories' && !kept
      ? table
          .filter(({ health }) => health === 'Healthy')
          .map(({ key }) => `${key} is Healthy without its repositories`)
      : [];
  return [
    ...lost,
    ...missing,
    ...healthy,
    ...(same ? [`shown differently: ${differenceOf([table, checks], [before.table, before.checks])}`] : []),
  ];
}

/** What is wrong on the page while the fault is there. */
export function complaintsAbout(now: Seen, before: Seen, when: When, dialog: string): string[] {
  const { says, endpoint, mentions, kept } = when;
  const always = [...scrapsIn(now.text), ...scrapsIn(dialog)];
  const isTold =
    failuresIn(now).length > 0 ||
    now.messages.some(({ title }) => Object.values(WHOLE_PAGES).includes(title) || /^The details of/.test(title));
  if (!isTold && says.includes('whole') && asUndamaged(now, before).length === 0) return always;
  if (!isTold && says.includes('damaged')) {
    const isSaid = mentions === undefined || mentions.test(now.text);
    const isWholeRow =
      endpoint === 'details' && now.table.some(({ key, health }) => key === 'integration:6' && CALM.has(health));
    return [
      ...always,
      ...notBetter(now, before),
      ...(isSaid ? [] : [`does not say ${mentions}`]),
      ...(isWholeRow ? ['integration 6 is Healthy without its details'] : []),
    ];
  }
  if (!isTold)
    return [
      ...always,
      ...notBetter(now, before),
      `expected ${says.join(' or ')}; ${asUndamaged(now, before).join('; ') || 'all is as undamaged'}`,
    ];
  const words =
    endpoint === 'details' ? detailsComplaints(now, dialog, says) : failureComplaints(now, { ...when, endpoint });
  const isGone = endpoint === 'integrations' && !kept;
  return [
    ...always,
    ...words,
    ...(isGone
      ? NO_INTEGRATION.test(now.text)
        ? ['it says that there is no integration']
        : []
      : notBetter(now, before)),
    ...restComplaints(now, before, when),
  ];
}
