import type { FaultCase, Says } from './case';
import type { PageEndpoint } from './endpoints';
import type { Seen, SeenRow } from './observe';
import { CRASH, NO_INTEGRATION, SCRAPS, TITLES, WHOLE_PAGES, WORDS, type Kind } from './words';

/** Judges what is on the page by what is truly so. Each line it answers is something that should not be. */

const CALM = new Set(['Healthy', 'Disabled']);

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

/** How many rows of an answer the page says it could not use. */
function unusableRows({ messages }: Seen): number {
  return messages.reduce((sum, { title }) => sum + countIn(title, /^([\d,]+) rows? of an answer could not be used/), 0);
}

function flagged({ messages }: Seen): number {
  return messages.reduce(
    (sum, { title }) => sum + countIn(title, /(?:under a shared account|could not be checked) on ([\d,]+) integration/),
    0,
  );
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
  for (const health of ['healthy', 'disabled']) {
    const count = new RegExp(`(\\d+) ${health}\\b`);
    if (countIn(now.summary, count) > countIn(before.summary, count))
      wrong.push(`the head counts more that are ${health}: ${now.summary}`);
  }
  if (NO_INTEGRATION.test(now.text)) wrong.push('it says that there is no integration');
  if (flagged(now) < flagged(before) - lost.length)
    wrong.push(`users under a shared account on ${flagged(before)} integrations became ${flagged(now)}`);
  return [...wrong, ...instanceComplaints(now, before)];
}

function instanceComplaints({ instance: now }: Seen, { instance: before }: Seen): string[] {
  const passed = (now['Passed'] ?? []).filter((title) => !before['Passed']?.includes(title));
  const all = (groups: Seen['instance']) => Object.values(groups).flat().length;
  return [
    ...passed.map((title) => `passes now: ${title}`),
    ...(all(now) < all(before) ? [`${all(before)} checks of the instance became ${all(now)}`] : []),
  ];
}

/** The same as without the fault. */
export function asUndamaged(now: Seen, before: Seen): string[] {
  const shown = ({ summary, facts, table, instance, messages, tabs }: Seen) => ({
    summary,
    facts: facts.replace(/^Checked [^·]* · /, ''),
    table,
    instance,
    tabs,
    messages: messages.map(({ title, text }) => (title.endsWith(' could not be read') ? text : title)),
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

/** Sources whose failure is told, by their titles. */
function sourcesThatFailed({ messages }: Seen): string[] {
  return messages.flatMap(({ title }) =>
    / could not be read$/.exec(title) && !/^The details of/.test(title)
      ? [title.replace(/ could not be read$/, '')]
      : [],
  );
}

interface When extends Pick<FaultCase, 'says' | 'status' | 'mentions'> {
  readonly endpoint: PageEndpoint;
  /** Something was read before, and is kept. */
  readonly kept: boolean;
}

/** True words, for a source that failed: which one, and why. */
function failureComplaints(now: Seen, { endpoint, says, status, mentions, kept }: When): string[] {
  const title = TITLES[endpoint] ?? '';
  const message = now.messages.find((one) => one.title === `${title} could not be read`);
  const wholePage =
    endpoint === 'integrations' && !kept
      ? says.filter(isKind).find((kind) => now.messages.some((one) => one.title === WHOLE_PAGES[kind]))
      : undefined;
  const text = message?.text ?? (wholePage ? now.text : '');
  const kind = kindSaid(text, says, 'long');
  if (!kind)
    return [
      `expected "${title} could not be read" for ${says.join(' or ')}, but: ${now.messages.map((one) => `${one.title} (${one.text.slice(0, 160)})`).join('; ')}`,
    ];
  const others = sourcesThatFailed(now).filter((one) => one !== title);
  return [
    ...(others.length > 0
      ? [`says of others, too, that they failed: ${now.messages.map(({ text }) => text.slice(0, 120)).join('; ')}`]
      : []),
    ...(kind === 'http' && status !== undefined && !text.includes(`HTTP ${status}`)
      ? [`does not say HTTP ${status}: ${text}`]
      : []),
    ...(kind === 'http' && mentions && !mentions.test(text) ? [`does not say ${mentions}: ${text}`] : []),
    ...(kept && !text.includes('Shown below is what was read')
      ? ['does not say that what was read before is shown']
      : []),
    ...(/Request: GET \/rest\//.test(text) ? [] : ['does not name the request']),
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
  const { summary, table, instance, tabs } = now;
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
  const facts = [
    ...(endpoint === 'server-info' && !kept ? [] : ['Jira 10.3.2']),
    ...(endpoint === 'myself' && !kept ? [] : ['signed in as Ada Admin']),
  ];
  const missing = facts
    .filter((fact) => !now.facts.toLowerCase().includes(fact.toLowerCase()))
    .map((fact) => `not shown any more: ${fact}`);
  // Without Jira's clock nobody knows how old a date is.
  const rests: Readonly<Partial<Record<PageEndpoint, boolean>>> = {
    myself: true,
    'server-info': kept,
    repositories: kept,
    integrations: kept,
  };
  const same =
    rests[endpoint] === true && JSON.stringify([table, instance]) !== JSON.stringify([before.table, before.instance]);
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
    ...(same ? [`shown differently: ${differenceOf([table, instance], [before.table, before.instance])}`] : []),
  ];
}

/** What is wrong on the page while the fault is there. */
export function complaintsAbout(now: Seen, before: Seen, when: When, dialog: string): string[] {
  const { says, endpoint, mentions, kept } = when;
  const always = [...scrapsIn(now.text), ...scrapsIn(dialog)];
  const isTold =
    sourcesThatFailed(now).length > 0 ||
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
  const words = endpoint === 'details' ? detailsComplaints(now, dialog, says) : failureComplaints(now, when);
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
