import { BADGE_LINK, linesOf } from './badge';
import { newElement } from './own-elements';

const TIP = 'gic-tip';
/** Long enough for a pointer to get from the badge to what it says. Milliseconds. */
const LINGERS = 200;
/** Pixels between badge and tip, and to the edges of the window. */
const GAP = 4;

/** What badges say in full, above everything else on the page, while the pointer or the focus is on one. */
export class Tip {
  private readonly element: HTMLElement;
  private of: Element | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly page: Document) {
    this.element = newElement(page, 'div', TIP);
    this.element.popover = 'manual';
    // Each link says all of it by its label.
    this.element.setAttribute('aria-hidden', 'true');
    page.addEventListener('pointerover', ({ target }) => this.meet(target));
    page.addEventListener('focusin', ({ target }) => this.meet(target));
    page.addEventListener('focusout', () => this.hideSoon());
    page.addEventListener('scroll', () => this.hide(), { capture: true, passive: true });
    page.defaultView?.addEventListener('resize', () => this.hide());
    page.addEventListener('keydown', ({ key }) => key === 'Escape' && this.hide());
  }

  /** A badge that is gone says nothing any more. */
  update(): void {
    if (this.of && !this.of.isConnected) this.hide();
  }

  private meet(target: EventTarget | null): void {
    const own = target instanceof Element ? target.closest(`.${BADGE_LINK}, .${TIP}`) : null;
    if (!own) return this.hideSoon();
    clearTimeout(this.timer);
    this.timer = undefined;
    if (own !== this.element && own !== this.of) this.show(own);
  }

  private show(link: Element): void {
    const [first = '', ...lines] = linesOf.get(link) ?? [];
    this.of = link;
    this.element.replaceChildren(
      newElement(this.page, 'strong', '', first),
      ...lines.map((line) => newElement(this.page, 'div', '', line)),
    );
    this.page.body.append(this.element);
    this.element.showPopover();
    this.place(link.getBoundingClientRect());
  }

  /** Below the badge, or above it where there is no room, and inside of the window. */
  private place({ left, top, bottom }: DOMRect): void {
    const { clientWidth, clientHeight } = this.page.documentElement;
    const { style } = this.element;
    // Where it was before, there may have been less room.
    style.left = style.top = '0';
    const { offsetWidth, offsetHeight } = this.element;
    const isBelow = bottom + GAP + offsetHeight <= clientHeight || top < offsetHeight + GAP;
    style.left = `${Math.max(GAP, Math.min(left, clientWidth - offsetWidth - GAP))}px`;
    style.top = `${isBelow ? bottom + GAP : top - offsetHeight - GAP}px`;
  }

  private hideSoon(): void {
    if (this.of) this.timer ??= setTimeout(() => this.hide(), LINGERS);
  }

  private hide(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.of = undefined;
    this.element.remove();
  }
}
