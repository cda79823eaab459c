/** Hears of sizes that never change: jsdom lays nothing out. */
class Sizes implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/** What browsers have for badges and jsdom has not. */
export function withBadgesPossible(): void {
  globalThis.ResizeObserver = Sizes;
  HTMLElement.prototype.showPopover = () => {};
}
