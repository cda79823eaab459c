import texts from '../../../resources/i18n/shared.properties';
import { createJiraWriter, type WriterOptions } from '../../sources/writer';
import type { ConnectClient } from '../state/checkup';
import type { DecisionsStore } from '../state/decisions';
import { createSharing, type SharingControl } from '../state/sharing';
import { createAccess } from './jira-access';
import { SharingNotice } from './sharing-notice';

interface Options extends WriterOptions {
  readonly connect: ConnectClient;
  readonly decisions: DecisionsStore;
}

/** Letters and digits that no two writes have in common. */
function newWrite(): string {
  return [...crypto.getRandomValues(new Uint32Array(3))].map((number) => number.toString(36)).join('');
}

/** Shares decisions by the Jira that the page runs in. Pauses that Jira asks for are not waited for. */
function createSharedDecisions({ connect, decisions, ...writing }: Options): SharingControl {
  const client = connect({ onWait: () => undefined, onWaited: () => undefined });
  return createSharing({ decisions, access: createAccess(client, createJiraWriter(writing)), newWrite });
}

/** What the page loads once there is something to decide. */
export default { createSharedDecisions, SharingNotice, texts };
