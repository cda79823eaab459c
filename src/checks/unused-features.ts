import type { Integration } from '../model/integration';
import { message } from '../model/message';
import { isKnown, type FactValue, type Reading } from '../model/reading';
import { fail, pass, unknownReading } from '../model/verdict';
import { vendorPage } from '../model/vendor';
import { integrationCheck } from './check';

interface Feature {
  readonly id: string;
  /** The field that decides; absent or unreadable, nobody knows whether the feature is on. */
  readonly field: Reading<FactValue>;
  readonly on: boolean;
}

/**
 * Tags are unfiltered where all are shown, and where the filter is blank while GIJ does not say whether all are. A filter
 * that is set does not say that it is used.
 */
function unfilteredTags({ showAllTags, tagsFilter }: Integration): Feature {
  const id = 'tags';
  const isBlank = tagsFilter.kind === 'known' && tagsFilter.value.trim() === '';
  return showAllTags.kind === 'absent' && isBlank
    ? { id, field: tagsFilter, on: true }
    : { id, field: showAllTags, on: isKnown(showAllTags, true) };
}

function featuresOf(integration: Integration): readonly Feature[] {
  const { smartCommitsEnabled, sendCommitEmails } = integration;
  return [
    { id: 'smart-commits', field: smartCommitsEnabled, on: isKnown(smartCommitsEnabled, true) },
    { id: 'commit-emails', field: sendCommitEmails, on: isKnown(sendCommitEmails, true) },
    unfilteredTags(integration),
  ];
}

/**
 * Features that nobody uses cost indexing time and mail; the vendor suggests to switch them off. Only people can
 * say what is used, so this is advice and never lowers the health.
 *
 * Example: smart commits on and the tags filter blank lists these two.
 */
export const unusedFeatures = integrationCheck({
  id: 'unused-features',
  severity: 'advisory',
  docs: vendorPage('edit-integration-feature-settings-gij-self-managed'),
  needs: ['integration'],
  appliesTo: () => true,
  fix(integration) {
    const { smartCommitsEnabled, sendCommitEmails } = integration;
    return {
      set: {
        ...(isKnown(smartCommitsEnabled, true) && { smartCommitsEnabled: false }),
        ...(isKnown(sendCommitEmails, true) && { sendCommitEmails: false }),
      },
      ...(unfilteredTags(integration).on && { typed: 'tagsFilter' }),
      isChoice: true,
    };
  },
  judge({ integration }) {
    const features = featuresOf(integration);
    const on = features.filter((feature) => feature.on);
    const found = features.map((feature) => feature.field);
    if (on.length > 0) {
      const list = on.map((feature) => message(`feature.${feature.id}`));
      return fail(found, {
        wanted: message('check.unused-features.wanted'),
        reason: message('check.unused-features.reason.on', { list }),
      });
    }
    const unread = found.find((field) => field.kind !== 'known');
    return unread ? unknownReading(unread) : pass(found);
  },
});
