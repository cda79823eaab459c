import badges from '../../resources/i18n/badges.properties';
import names from '../../resources/i18n/names.properties';
import type { Part } from '../badges/parts';
import { showBadges } from '../badges/show-badges';
import '../badges/badges.css';

/** Put in by webpack. */
declare const CHECKUP_KEY: string;
/** Jira's loader of web-resources. Webpack's own way to it would be a sixth of this script. */
declare const WRM: { readonly require: (resource: string) => PromiseLike<unknown> };

async function load(part: Part): Promise<void> {
  try {
    await WRM.require(`wrc!${CHECKUP_KEY}:${part}`);
  } catch {
    // What stands on the page does without.
  }
}

showBadges(document, { ...names, ...badges }, (part) => void load(part));
