import type { Texts } from '../../i18n/texts';
import { SOURCE_IDS, type Gathered, type Unread } from '../../model/gathered';
import { redact } from '../../model/redact';
import { integrationsReadAt, jirasNow } from '../as-of';
import { gijVersionOf, type Report, type SubjectReport } from '../report';

/** What an export speaks of, for whoever reads it later and elsewhere. Holds no credential. */
export interface Provenance {
  /** Address of the Jira with its context path, such as `https://jira.example.com/jira`. */
  readonly baseUrl: string;
  /** What its admins call it; this and the versions are absent where they could not be read. */
  readonly title?: string;
  readonly jiraVersion?: string;
  readonly gijVersion?: string;
  /** Of this app. */
  readonly appVersion: string;
  /** Display name of who is signed in; absent where Jira did not tell it. */
  readonly exportedBy?: string;
  /** When the integrations were read, milliseconds since the epoch, as `exportedAt`; absent where they could not be. */
  readonly checkedAt?: number;
  /** By which all was judged, milliseconds since the epoch by Jira's clock, as the dates of last indexing are. */
  readonly judgedAt: number;
  readonly exportedAt: number;
  /** What could not be read, or is still being read. */
  readonly unread: readonly Unread[];
}

/** What is exported: a report, or the part of it that a filter shows. */
export interface Exported {
  readonly report: Report;
  /** The rows that are told of, in the order in which they are shown; findings of the instance always are. */
  readonly subjects: readonly SubjectReport[];
  /** Ids of the checks that are told of; absent where all are. */
  readonly checks?: readonly string[];
  readonly provenance: Provenance;
}

/** Writes a report. Pure: the same report gives the same text. */
export type Format = (exported: Exported, t: Texts) => string;

interface From {
  readonly baseUrl: string;
  readonly appVersion: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** @param gathered what the report was made of */
export function provenanceOf(gathered: Gathered, { baseUrl, appVersion, now }: From): Provenance {
  const { 'server-info': info, myself } = gathered;
  const { title, version: jiraVersion } = info.state === 'read' ? info.value : {};
  const gijVersion = gijVersionOf(gathered);
  const exportedBy = myself.state === 'read' ? myself.value.displayName : undefined;
  const checkedAt = integrationsReadAt(gathered);
  return {
    baseUrl: redact(baseUrl),
    ...(title !== undefined && { title }),
    ...(jiraVersion !== undefined && { jiraVersion }),
    ...(gijVersion !== undefined && { gijVersion }),
    appVersion,
    ...(exportedBy !== undefined && { exportedBy }),
    ...(checkedAt !== undefined && { checkedAt }),
    judgedAt: jirasNow(gathered, now),
    exportedAt: now,
    unread: SOURCE_IDS.map((source) => gathered[source]).filter((outcome) => outcome.state !== 'read'),
  };
}
