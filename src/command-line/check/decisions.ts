import {
  decisionsIn,
  foundPlace,
  loadIssueTypes,
  loadProperty,
  NO_DECISIONS,
  parseDecisionsFile,
  PROJECT_KEY,
  readShared,
  SourceError,
  standardOf,
  type Decisions,
  type JiraClient,
  type ReadableProperties,
} from '../../core';
import { message } from '../../model/message';
import { Fault } from '../fault';
import { fileFault } from '../file-fault';
import type { Io } from '../io';

/** Where decisions come from. */
export type DecisionsFrom =
  | { readonly kind: 'none' }
  /** What admins share at an issue type, which is looked for, or at a project. */
  | { readonly kind: 'jira'; readonly project?: string }
  | { readonly kind: 'file'; readonly path: string };

const OF_A_PROJECT = /^jira:(.*)$/;

/** @param given of `--decisions`; undefined where it was left out */
export function decisionsFrom(given: string | undefined, isRecording: boolean): DecisionsFrom {
  if (given === 'none' || (given === undefined && isRecording)) return { kind: 'none' };
  const project = OF_A_PROJECT.exec(given ?? '')?.[1];
  if (given !== undefined && given !== 'jira' && project === undefined) return { kind: 'file', path: given };
  if (isRecording) throw new Fault(message('command.fault.decisions-of-recording'));
  if (project === undefined) return { kind: 'jira' };
  if (!PROJECT_KEY.test(project)) throw new Fault(message('command.fault.decisions-project'));
  return { kind: 'jira', project };
}

async function ofFile(path: string, io: Io): Promise<Decisions> {
  const said = message('command.fault.decisions-file', path);
  let text: string;
  try {
    text = await io.files.read(path);
  } catch (error) {
    throw fileFault(error, said);
  }
  const parsed = parseDecisionsFile(text);
  if (parsed.kind === 'read') return parsed.decisions;
  throw new Fault(said, [message(`command.decisions.${parsed.kind}`)]);
}

/** What was shared could not be read, or is not to be understood. */
function unread(...why: Fault['lines']): Fault {
  return new Fault(message('command.fault.decisions'), [...why, message('command.decisions.without')]);
}

/** @param isNamed an admin says that something is there */
async function ofProperties(properties: ReadableProperties, isNamed: boolean): Promise<Decisions> {
  const document = await readShared(properties);
  if (document.kind === 'none' && isNamed) throw unread(message('command.decisions.nothing'));
  if (document.kind === 'none' || document.kind === 'read') return decisionsIn(document);
  throw unread(message(`command.decisions.${document.kind}`));
}

/** Nobody waits in front of a page: a pause that Jira asks for is waited for. */
function patient(client: JiraClient): JiraClient {
  return { ...client, get: (path, options) => client.get(path, { ...options, once: false }) };
}

async function ofJira(project: string | undefined, client: JiraClient, signal: AbortSignal): Promise<Decisions> {
  const propertiesOf = (of: 'issuetype' | 'project', id: string) => ({
    read: (key: string) => loadProperty(client, { of, id }, key, signal),
  });
  if (project !== undefined) return ofProperties(propertiesOf('project', project), true);
  const types = (await loadIssueTypes(client, signal)).map((type) => ({ kind: 'issue-type' as const, ...type }));
  // Admins share at the standard one: where they do, the others need not be asked.
  const standard = standardOf(types);
  const inOrder = standard ? [standard, ...types.filter((type) => type !== standard)] : types;
  const place = await foundPlace((type) => propertiesOf('issuetype', type.id), inOrder);
  return place ? ofProperties(propertiesOf('issuetype', place.id), false) : NO_DECISIONS;
}

/**
 * What admins decided. Where it cannot be read this is a fault: without it, findings would be told that the panel does not
 * show, and the other way round.
 *
 * @param client undefined for a recording
 */
export async function readDecisions(
  from: DecisionsFrom,
  { client, signal, io }: { readonly client: JiraClient | undefined; readonly signal: AbortSignal; readonly io: Io },
): Promise<Decisions> {
  if (from.kind === 'file') return ofFile(from.path, io);
  if (from.kind === 'none' || !client) return NO_DECISIONS;
  try {
    return await ofJira(from.project, patient(client), signal);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const { kind, request } = error.failure;
    const isNoProject = kind === 'missing' && from.project !== undefined;
    const why = isNoProject
      ? message('command.decisions.no-project')
      : message(kind === 'unauthorised' ? 'command.failure.token' : `failure.${kind}.what`);
    throw unread(why, message('failure.request', request));
  }
}
