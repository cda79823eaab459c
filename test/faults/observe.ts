import type { Page } from 'playwright-core';

/** A row of the table, as texts. */
export interface SeenRow {
  /** Such as `integration:3`. */
  readonly key: string;
  readonly name: string;
  readonly health: string;
  /** Names of checks, or what stands in their place. */
  readonly toFix: string;
  readonly repositories: string;
  /** The whole date where there is one, else what stands in its place. */
  readonly lastIndexed: string;
}

/** What an admin sees on the page, as plain values. */
export interface Seen {
  readonly summary: string;
  /** Below the summary: version and user. */
  readonly facts: string;
  /** Each message with a heading, and everything in it, but for those of the other tab. */
  readonly messages: readonly { readonly title: string; readonly text: string }[];
  readonly table: readonly SeenRow[];
  /** Titles of the findings about the whole instance, by their group. */
  readonly instance: Readonly<Record<string, readonly string[]>>;
  readonly tabs: readonly string[];
  /** Everything on the page, what is folded included. */
  readonly text: string;
  /** What was typed into the fields that are there, by their labels. */
  readonly typed: Readonly<Record<string, string>>;
}

/** Reads the page in one go. */
export function observe(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const panel = document.getElementById('git-integration-checkup') as HTMLElement;
    const all = (selector: string, below: Element = panel) => [...below.querySelectorAll<HTMLElement>(selector)];
    const textOf = (element: Node | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
    const table = all('[id^="gic-open-"]').map((button) => {
      const row = button.closest('tr');
      const cell = (column: string) => row?.querySelector(`.gic-column-${column}`);
      return {
        key: button.id.slice('gic-open-'.length),
        name: textOf(button),
        health: textOf(cell('health')),
        toFix: textOf(cell('to-fix')),
        repositories: textOf(cell('repositories')),
        lastIndexed:
          cell('last-indexed')?.querySelector('[title]')?.getAttribute('title') ?? textOf(cell('last-indexed')),
      };
    });
    const instance: Record<string, string[]> = {};
    for (const group of all('.gic-instance .gic-group')) {
      const heading = textOf(group.querySelector('h3')).replace(/ \d+$/, '');
      instance[heading] = all('.gic-finding-title', group).map((title) => textOf(title.firstChild));
    }
    const typed: Record<string, string> = {};
    for (const field of all('input, textarea') as (HTMLInputElement | HTMLTextAreaElement)[]) {
      const label = textOf(field.labels?.[0]);
      if (label !== '') typed[label] = field.value;
    }
    return {
      summary: textOf(panel.querySelector('.gic-summary')),
      facts: textOf(panel.querySelector('.gic-head .gic-subtle')),
      messages: all('h2')
        .filter((heading) => !heading.closest('#gic-tabs-1-tab'))
        .map((heading) => ({ title: textOf(heading), text: textOf(heading.parentElement) })),
      table,
      instance,
      tabs: all('[role=tab]').map(textOf),
      text: textOf(panel),
      typed,
    };
  });
}

/** True once everything that is to be read was read, or failed. */
export function isSettled(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const panel = document.getElementById('git-integration-checkup');
    const again = [...(panel?.querySelectorAll('button') ?? [])].find((button) => button.textContent === 'Check again');
    return (
      again !== undefined &&
      again.getAttribute('aria-disabled') !== 'true' &&
      !panel?.querySelector('.gic-loading') &&
      !/Checking…|being checked/.test(panel?.textContent ?? '')
    );
  });
}
