import { useCallback, useMemo, useSyncExternalStore } from 'react';

import { HOST_PRODUCTS, type HostProduct } from '../../model/host';
import { HEALTHS, type Health } from '../../report/health';

export const SORT_KEYS = ['name', 'health', 'to-fix', 'repositories', 'last-indexed'] as const;

export const TABS = ['integrations', 'checks', 'reindex', 'history'] as const;

export type TabName = (typeof TABS)[number];

export type SortKey = (typeof SORT_KEYS)[number];

/** What the admin looks at. It lives in the hash of the address, so that a link to it can be shared. */
export interface ViewState {
  readonly tab: TabName;
  readonly search: string;
  readonly health: Health | undefined;
  readonly host: HostProduct | undefined;
  /** Id of a check: the integrations that it fails on, and the check that is open on its tab. */
  readonly check: string | undefined;
  readonly sort: SortKey;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
  /** Key of the integration whose checklist is open. */
  readonly open: string | undefined;
}

const DEFAULT: ViewState = {
  tab: 'integrations',
  search: '',
  health: undefined,
  host: undefined,
  check: undefined,
  sort: 'health',
  descending: false,
  page: 1,
  open: undefined,
};

function oneOf<T extends string>(values: readonly T[], value: string | null): T | undefined {
  return values.find((candidate) => candidate === value);
}

/** @param hash with or without `#`; what it says wrongly is left out */
export function parseHash(hash: string): ViewState {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const page = Number(said.get('page'));
  return {
    tab: oneOf(TABS, said.get('tab')) ?? DEFAULT.tab,
    search: said.get('search') ?? '',
    health: oneOf(HEALTHS, said.get('health')),
    host: oneOf(HOST_PRODUCTS, said.get('host')),
    check: said.get('check') ?? undefined,
    sort: oneOf(SORT_KEYS, said.get('sort')) ?? DEFAULT.sort,
    descending: said.get('order') === 'descending',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    open: said.get('open') ?? undefined,
  };
}

/** Only what differs from the default, without `#`. */
export function formatHash(view: ViewState): string {
  const said = new URLSearchParams();
  if (view.tab !== DEFAULT.tab) said.set('tab', view.tab);
  if (view.search !== '') said.set('search', view.search);
  if (view.health) said.set('health', view.health);
  if (view.host) said.set('host', view.host);
  if (view.check) said.set('check', view.check);
  if (view.sort !== DEFAULT.sort) said.set('sort', view.sort);
  if (view.descending) said.set('order', 'descending');
  if (view.page !== 1) said.set('page', String(view.page));
  if (view.open) said.set('open', view.open);
  return said.toString();
}

const CHANGED = 'gic-view-changed';

function subscribe(listener: () => void): () => void {
  const events = ['hashchange', 'popstate', CHANGED];
  events.forEach((event) => window.addEventListener(event, listener));
  return () => events.forEach((event) => window.removeEventListener(event, listener));
}

/** Marks the steps of the browser's history that opening a checklist made; it outlives a reload, as the step does. */
const OPENED_HERE = 'gicOpenedHere';

function isOpenedHere(): boolean {
  const state: unknown = window.history.state;
  return typeof state === 'object' && state !== null && OPENED_HERE in state;
}

/** The view while the browser goes a step back, which takes it a while: the address still tells the one before. */
let goingBack: { view: ViewState } | undefined;

function shownHash(): string {
  return goingBack ? `#${formatHash(goingBack.view)}` : window.location.hash;
}

function write(view: ViewState, how: 'push' | 'replace'): void {
  const text = formatHash(view);
  const address = text === '' ? window.location.pathname + window.location.search : `#${text}`;
  if (how === 'push') window.history.pushState({ [OPENED_HERE]: true }, '', address);
  else window.history.replaceState(window.history.state, '', address);
}

/** Milliseconds; a browser that has not gone back by then does not go, and the view is written where it is. */
export const LONGEST_STEP = 5_000;

/** Goes back to where the checklist was opened, and writes there the view as it is by then; Forward opens it again. */
function stepBack(view: ViewState): void {
  const step = { view };
  goingBack = step;
  const arrived = () => {
    window.removeEventListener('popstate', arrived);
    clearTimeout(timer);
    goingBack = undefined;
    write({ ...step.view, open: undefined }, 'replace');
    if (step.view.open !== undefined) write(step.view, 'push');
    window.dispatchEvent(new Event(CHANGED));
  };
  window.addEventListener('popstate', arrived);
  const timer = setTimeout(arrived, LONGEST_STEP);
  window.history.back();
}

/**
 * The view and how to change it. Opening a checklist is a step of the browser's history, so that Back closes it, and
 * closing it goes back that step; a checklist that a link opened closes in its place. Everything else replaces the
 * current step.
 */
export function useViewState(): readonly [ViewState, (change: Partial<ViewState>) => void] {
  const hash = useSyncExternalStore(subscribe, shownHash);
  const change = useCallback((changes: Partial<ViewState>) => {
    const before = parseHash(shownHash());
    const after = { ...before, ...changes };
    if (goingBack) goingBack.view = after;
    else if (after.open !== undefined && before.open === undefined) write(after, 'push');
    else if (after.open === undefined && before.open !== undefined && isOpenedHere()) stepBack(after);
    else write(after, 'replace');
    window.dispatchEvent(new Event(CHANGED));
  }, []);
  const view = useMemo(() => parseHash(hash), [hash]);
  return [view, change];
}
