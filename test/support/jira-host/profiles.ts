import type { JsI18n } from '../../../build/jira-page/js-i18n';
import type { Theme } from '../../../build/jira-page/theme';

/** What differs between the versions of Jira that the jar is for. AUI is 10 in all of them: older ones are not kept on npm. */
export interface Profile {
  readonly version: string;
  /** Which calls its transformer replaces. */
  readonly jsI18n: JsI18n;
  /** The first is what an address without a theme gets. */
  readonly themes: readonly [Theme, ...Theme[]];
  /** Scripts wait for the page, as Jira's setting "deferred" has it. */
  readonly deferred: boolean;
}

export const PROFILES = {
  '9.12': { version: '9.12.15', jsI18n: 'old', themes: ['original', 'light', 'dark'], deferred: false },
  '10.3': { version: '10.3.2', jsI18n: 'new', themes: ['light', 'dark', 'original'], deferred: true },
  '11': { version: '11.0.1', jsI18n: 'new', themes: ['light', 'dark'], deferred: true },
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof PROFILES;
