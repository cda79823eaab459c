import type { Texts } from '../i18n/texts';
import type { KeptCheck } from '../last-check/kept-check';
import { badgeIn, fit, sayIn } from './badge';
import { BADGE } from './own-elements';
import { checklistAddress } from './panel-address';
import { ID_ATTRIBUTES, KnownIntegrations } from './rows';
import { Tip } from './tip';
import { badgeWords } from './words';

/** However often the page changes, it is looked through no more often than that. Milliseconds. */
const THROTTLE = 200;
/** On a page that is large and changes all the time, it takes at most one part in so many of the time. */
const SHARE = 10;
/** How often the ages in the badges are renewed. Milliseconds. */
const MINUTE = 60_000;

interface ListBadgesOptions {
  readonly page: Document;
  /** Address of the panel. */
  readonly panel: string;
  readonly texts: Texts;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Badges in GIJ's lists of integrations, wherever and whenever the page draws them. */
export class ListBadges {
  private check: KeptCheck | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Until the page is looked through again, milliseconds. */
  private wait = THROTTLE;
  private readonly tip: Tip;
  private readonly changes = new MutationObserver(() => this.drawSoon());
  private readonly sizes = new ResizeObserver(() => this.drawSoon());

  constructor(private readonly options: ListBadgesOptions) {
    const { page } = options;
    this.tip = new Tip(page);
    this.changes.observe(page.body, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: [...ID_ATTRIBUTES, 'id', 'href'],
    });
    setInterval(() => this.drawSoon(), MINUTE);
  }

  /** @param check the last one; undefined takes all badges away */
  show(check: KeptCheck | undefined): void {
    this.check = check;
    this.draw();
  }

  private drawSoon(): void {
    this.timer ??= setTimeout(() => this.draw(), this.wait);
  }

  private draw(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const began = performance.now();
    const { page, panel, texts, now } = this.options;
    const { at = 0, subjects = [] } = this.check ?? {};
    const named = new KnownIntegrations(subjects).namedOn(page);
    const badges = named.map((place) => {
      const badge = badgeIn(place);
      sayIn(badge, badgeWords(place.subject, at, now(), texts), checklistAddress(panel, place.subject.id));
      this.sizes.observe(badge.closest('table') ?? badge);
      return badge;
    });
    const wanted = new Set<Element>(badges);
    page.querySelectorAll(`.${BADGE}`).forEach((badge) => wanted.has(badge) || badge.remove());
    fit(badges);
    this.tip.update();
    // What it did itself is no change of the page.
    this.changes.takeRecords();
    this.wait = Math.max(THROTTLE, (performance.now() - began) * SHARE);
  }
}
