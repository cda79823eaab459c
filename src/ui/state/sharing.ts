import { differingKeys, syncDecisions, type Synced } from '../../decisions/sync';
import { isSamePlace, type KeptSharing, type Place, type SharedPlace } from '../../decisions/kept-sharing';
import { mergeDecisions, resolve, type Conflict } from '../../decisions/merge';
import type { Decisions } from '../../decisions/decisions';
import { settingsOf } from '../../decisions/settings';
import { foundPlace, placeOf, probePlace, standardOf, type TypePlace } from '../../decisions/places';
import { PropertyError, removeShared, SHARED_KEY, type Properties } from '../../decisions/shared-document';
import type { DecisionsStore, Sharing } from './decisions';

/** The way to what is shared. Everything rejects with a {@link PropertyError}. */
export interface SharedAccess {
  /** The one with the lowest id first. */
  readonly issueTypes: (signal: AbortSignal) => Promise<readonly TypePlace[]>;
  readonly propertiesOf: (place: SharedPlace, signal: AbortSignal) => Properties;
}

/** Keeps decisions where all admins read them. What it does and what comes of it stands in the store of decisions. */
export interface SharingControl {
  /** Sends what is decided, and looks after what another tab changed; answers how to end that. */
  readonly start: () => () => void;
  /** Reads what is shared, and whether anything is; writes nothing. */
  readonly look: () => Promise<void>;
  /** Reads, and writes what was not written yet; in read-only mode it only reads. */
  readonly tryAgain: () => Promise<void>;
  /**
   * Keeps decisions at another place from now on, together with what is there; not in read-only mode.
   *
   * @param replaces what is at the place now and cannot be read
   */
  readonly moveTo: (place: Place, replaces?: boolean) => Promise<void>;
  readonly choose: (conflict: Conflict, side: 'ours' | 'theirs') => void;
  /** The standard issue type with the lowest id, and the issue type at which decisions are shared already, if any. */
  readonly places: () => Promise<{
    readonly standard: SharedPlace | undefined;
    readonly found: SharedPlace | undefined;
  }>;
}

interface Options {
  readonly decisions: DecisionsStore;
  readonly access: SharedAccess;
  /** Names one write: letters and digits that nobody else comes upon. */
  readonly newWrite: () => string;
}

/** What keeps a move from beginning: it would lose what the old place holds. */
function preventsMove(sharing: Sharing, replaces: boolean): boolean {
  if (typeof sharing === 'string' || sharing.why === 'gone' || sharing.why === 'leftover') return false;
  return !(replaces && sharing.why === 'unreadable');
}

export function createSharing({ decisions, access, newWrite }: Options): SharingControl {
  let controller = new AbortController();
  let before: Promise<void> = Promise.resolve();
  let known: Place = decisions.snapshot().place;
  const propertiesOf = (place: SharedPlace) => access.propertiesOf(place, controller.signal);

  /** That it is read-only is shared, and nothing after it. */
  function mayWrite(): boolean {
    const { decisions: ours, shared } = decisions.kept();
    return !(settingsOf(ours).isReadOnly && shared?.base && settingsOf(shared.base).isReadOnly);
  }

  /** One after the other, so that no two of them write at once. */
  function inTurn(work: () => Promise<void>, failed: 'unread' | 'unwritten' = 'unread'): Promise<void> {
    const { signal } = controller;
    before = before.then(async () => {
      try {
        if (!signal.aborted) await work();
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof PropertyError)) throw error;
        decisions.tell({ why: failed, failure: error.failure });
      }
    });
    return before;
  }

  /** @param ours what was merged with it: what was decided meanwhile stays, and is sent next */
  function takeOver(shared: KeptSharing, ours: Decisions, synced: Synced): void {
    const { merged, conflicts } = mergeDecisions(ours, decisions.kept().decisions, synced.decisions);
    const found = [...shared.conflicts, ...synced.conflicts, ...conflicts];
    const open = [...new Map(found.map((conflict) => [conflict.key, conflict])).values()];
    const shown = decisions.snapshot().decisions;
    const isShown = differingKeys(merged, shown).length === 0;
    known = shared.place;
    decisions.take(
      { decisions: isShown ? shown : merged, shared: { ...shared, base: synced.base, conflicts: open } },
      synced.trouble ?? (shared.leftover ? { why: 'leftover' } : 'shared'),
    );
  }

  async function syncNow(isSent: boolean): Promise<void> {
    const { decisions: ours, shared } = decisions.kept();
    if (!shared) return;
    decisions.tell(isSent ? 'writing' : 'reading');
    const { base, place } = shared;
    const synced = await syncDecisions({ properties: propertiesOf(place), base, ours, mayWrite: isSent, newWrite });
    // What was decided anew is no conflict any more.
    const decidedAnew = new Set(base ? differingKeys(ours, base) : []);
    // An admin may have chosen meanwhile, and another tab may have met a conflict, or moved everything and read it there.
    const now = decisions.kept().shared;
    if (!now || !isSamePlace(now.place, place)) return;
    const conflicts = now.conflicts.filter(({ key }) => !decidedAnew.has(key));
    const isGone = synced.base === undefined && synced.trouble === undefined;
    takeOver({ ...now, conflicts }, ours, isGone ? { ...synced, trouble: { why: 'gone' } } : synced);
  }

  /** Whether other admins share already: asked at the issue type that all of them take. */
  async function discover(): Promise<void> {
    decisions.tell('reading');
    const types = await access.issueTypes(controller.signal);
    const standard = standardOf(types);
    if (!standard) return decisions.tell('off');
    const { decisions: ours } = decisions.kept();
    const properties = propertiesOf(standard);
    const synced = await syncDecisions({ properties, base: undefined, ours, mayWrite: false, newWrite });
    if (synced.trouble) return decisions.tell(synced.trouble);
    if (!synced.base) return decisions.tell('off');
    takeOver({ place: placeOf(standard), base: undefined, conflicts: [] }, ours, synced);
  }

  const trouble = () => {
    const { sharing } = decisions.snapshot();
    return typeof sharing === 'string' ? undefined : sharing;
  };

  async function lookNow(): Promise<void> {
    const { shared } = decisions.kept();
    if (!shared) return discover();
    await syncNow(false);
    if (trouble()?.why !== 'gone' || shared.place.kind !== 'issue-type') return;
    // The issue types may have changed, and another admin may have moved what is shared.
    const place = await foundPlace(propertiesOf, await access.issueTypes(controller.signal));
    if (!place) return;
    known = place;
    const kept = decisions.kept();
    decisions.take({ ...kept, shared: { ...(kept.shared ?? shared), place } }, 'reading');
    await syncNow(false);
  }

  /** Empties the place where decisions were before. */
  async function empty(): Promise<void> {
    const { shared, decisions: kept } = decisions.kept();
    if (!shared?.leftover) return;
    const { leftover, ...rest } = shared;
    try {
      await removeShared(propertiesOf(leftover));
    } catch (error) {
      if (!(error instanceof PropertyError)) throw error;
      return decisions.tell({ why: 'leftover', failure: error.failure });
    }
    decisions.take(
      { decisions: kept, shared: rest },
      trouble()?.why === 'leftover' ? 'shared' : decisions.snapshot().sharing,
    );
  }

  async function stop(place: SharedPlace | undefined): Promise<void> {
    decisions.tell('writing');
    if (place) await removeShared(propertiesOf(place));
    known = { kind: 'browser' };
    decisions.take({ decisions: decisions.kept().decisions, shared: undefined }, 'off');
  }

  /** What another admin wrote to the old place meanwhile moves along; the time of one request remains in which nobody sees it. */
  async function withLate(moved: Synced, old: KeptSharing, ours: Decisions, properties: Properties): Promise<Synced> {
    const from = propertiesOf(old.place);
    const late = await syncDecisions({ properties: from, base: old.base, ours, mayWrite: false, newWrite });
    if (late.trouble || differingKeys(late.decisions, ours).length === 0) return moved;
    const { merged, conflicts } = mergeDecisions(ours, moved.decisions, late.decisions);
    const again = await syncDecisions({ properties, base: moved.base, ours: merged, mayWrite: true, newWrite });
    return { ...again, conflicts: [moved, late, { conflicts }, again].flatMap((one) => one.conflicts) };
  }

  async function moveNow(place: Place, replaces: boolean): Promise<void> {
    await syncNow(false);
    const { shared, decisions: ours } = decisions.kept();
    if (settingsOf(ours).isReadOnly || (shared && preventsMove(decisions.snapshot().sharing, replaces))) return;
    if (place.kind === 'browser') return stop(shared?.place);
    decisions.tell('writing');
    const properties = propertiesOf(place);
    await probePlace(properties, newWrite());
    if (replaces) await properties.remove(SHARED_KEY);
    const moved = await syncDecisions({ properties, base: undefined, ours, mayWrite: true, newWrite });
    if (moved.trouble) return decisions.tell(moved.trouble);
    const isElsewhere = shared !== undefined && !isSamePlace(shared.place, place);
    const synced = isElsewhere ? await withLate(moved, shared, ours, properties) : moved;
    if (synced.trouble) return decisions.tell(synced.trouble);
    const leftover = isElsewhere ? { leftover: shared.place } : {};
    takeOver({ place, base: undefined, conflicts: shared?.conflicts ?? [], ...leftover }, ours, synced);
    await empty();
  }

  /** Several decisions, such as of a fix of many, are sent together while another one is on its way. */
  let isSendWaiting = false;
  const send = () => {
    if (isSendWaiting || !decisions.kept().shared || !mayWrite()) return;
    isSendWaiting = true;
    void inTurn(() => {
      isSendWaiting = false;
      return syncNow(true);
    }, 'unwritten');
  };
  const look = () => inTurn(lookNow);

  return {
    start() {
      controller = new AbortController();
      isSendWaiting = false;
      const ends = [
        decisions.onDecided(send),
        decisions.subscribe(() => {
          const { place } = decisions.snapshot();
          if (isSamePlace(place, known)) return;
          known = place;
          void look();
        }),
      ];
      return () => {
        controller.abort();
        ends.forEach((end) => end());
      };
    },
    look,
    tryAgain: () =>
      inTurn(async () => {
        if (!decisions.kept().shared) return discover();
        await syncNow(mayWrite());
        if (mayWrite()) await empty();
      }, 'unwritten'),
    moveTo: (place, replaces = false) => inTurn(() => moveNow(place, replaces), 'unwritten'),
    choose({ key, ...sides }, side) {
      const { decisions: present, shared } = decisions.kept();
      if (!shared) return;
      const conflicts = shared.conflicts.filter((conflict) => conflict.key !== key);
      const chosen = side === 'ours' ? resolve(present, { key, ...sides }, side) : present;
      decisions.take({ decisions: chosen, shared: { ...shared, conflicts } }, decisions.snapshot().sharing);
      if (side === 'ours') send();
    },
    async places() {
      const types = await access.issueTypes(controller.signal);
      const standard = standardOf(types);
      const isKnown = decisions.kept().shared !== undefined;
      return {
        standard: standard && placeOf(standard),
        found: isKnown ? undefined : await foundPlace(propertiesOf, types),
      };
    },
  };
}
