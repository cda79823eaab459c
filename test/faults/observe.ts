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

/** A check on the tab of the checks, as texts. */
export interface SeenCheck {
  readonly id: string;
  /** Such as `To fix`. */
  readonly section: string;
  readonly sentence: string;
  /** The integrations that are named beside it, or what stands in their place. */
  readonly where: string;
}

/** What an admin sees on the page, as plain values. */
export interface Seen {
  readonly summary: string;
  /** Below the summary: when it was checked, version, how much of it. */
  readonly facts: string;
  /** How many rows have each health, as the filters say. */
  readonly healths: Readonly<Record<string, number>>;
  /** Each message with a heading, and everything in it, but for those of the other tabs. */
  readonly messages: readonly { readonly title: string; readonly text: string }[];
  readonly table: readonly SeenRow[];
  /** Those of the instance among them. */
  readonly checks: readonly SeenCheck[];
  /** Titles of the messages beside the checks. */
  readonly besideChecks: readonly string[];
  readonly tabs: readonly string[];
  /** Everything on the page, what is folded included. */
  readonly text: string;
  /** What was typed into the fields that are there, by their labels. */
  readonly typed: Readonly<Record<string, string>>;
}

/** Opens the tab of the checks, which stays there once it was shown, and goes back to the tab before. */
export async function loadChecks(page: Page): Promise<void> {
  if ((await page.getByRole('tab').count()) === 0 || (await page.locator('.gic-checks').count()) > 0) return;
  const before = page.getByRole('tab', { selected: true });
  const name = (await before.getAttribute('id')) ?? '';
  await page.getByRole('tab', { name: /^Checks/ }).dispatchEvent('click');
  await page.locator('.gic-checks').waitFor();
  await page.locator(`[id="${name}"]`).dispatchEvent('click');
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
    const checks = all('.gic-checks .gic-check-toggle').map((button) => ({
      id: (button.getAttribute('aria-controls') ?? '').replace('gic-check-', ''),
      section: textOf(button.closest('.gic-group')?.querySelector('h4')).replace(/ ?\d+$/, ''),
      sentence: textOf(button),
      where: all('p', button.closest('.gic-check-said') as Element)
        .map(textOf)
        .join(' '),
    }));
    const typed: Record<string, string> = {};
    for (const field of all('input, textarea') as (HTMLInputElement | HTMLTextAreaElement)[]) {
      const label = textOf(field.labels?.[0]);
      if (label !== '') typed[label] = field.value;
    }
    return {
      summary: textOf(panel.querySelector('.gic-summary')),
      facts: textOf(panel.querySelector('.gic-facts')),
      healths: Object.fromEntries(
        all('.gic-chip').map((chip) => [
          textOf(chip).replace(/^\d+ /, ''),
          Number(textOf(chip.querySelector('strong'))),
        ]),
      ),
      messages: all('h3')
        .filter((heading) => !heading.closest('.gic-reindex, .gic-tab:has(> .gic-checks), dialog'))
        .map((heading) => ({
          title: textOf(heading),
          text: textOf(heading.closest('details') ?? heading.parentElement),
        })),
      table,
      checks,
      besideChecks: all('.gic-tab:has(> .gic-checks) h3').map(textOf),
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
      !/Checking…|still being checked|Still being read/.test(panel?.textContent ?? '')
    );
  });
}
