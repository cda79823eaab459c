import type { RequestFailure } from '../../model/gathered';
import type { SharedPlace } from '../../decisions/kept-sharing';
import { PropertyError } from '../../decisions/shared-document';
import { loadIssueTypes, loadProperty } from '../../sources/entity-properties';
import type { JiraClient } from '../../sources/jira-client';
import { SourceError } from '../../sources/source-error';
import type { JiraWriter, PropertyPlace, WriteOutcome } from '../../sources/writer';
import type { SharedAccess } from '../state/sharing';

function placeIn(place: SharedPlace): PropertyPlace {
  return place.kind === 'project' ? { of: 'project', id: place.key } : { of: 'issuetype', id: place.id };
}

async function reading<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    throw new PropertyError(error.failure);
  }
}

async function writing(write: Promise<WriteOutcome>, isDone: (failure: RequestFailure) => boolean): Promise<void> {
  const outcome = await write;
  if (outcome.kind === 'accepted' || isDone(outcome.failure)) return;
  throw new PropertyError(outcome.failure, outcome.kind === 'unknown');
}

/** What is shared, in the entity properties of the Jira that the page runs in. */
export function createAccess(client: JiraClient, writer: JiraWriter): SharedAccess {
  return {
    async issueTypes(signal) {
      const types = await reading(loadIssueTypes(client, signal));
      return types.map((type) => ({ kind: 'issue-type', ...type }));
    },
    propertiesOf(shared, signal) {
      const place = placeIn(shared);
      return {
        read: (key) => reading(loadProperty(client, place, key, signal)),
        write: (key, value) => writing(writer.putProperty(place, key, value, { signal }), () => false),
        // What is not there needs not be removed.
        remove: (key) => writing(writer.deleteProperty(place, key, { signal }), ({ kind }) => kind === 'missing'),
      };
    },
  };
}
