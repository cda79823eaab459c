import {
  csvReport,
  jsonReport,
  junitReport,
  nagiosReport,
  prometheusReport,
  markdownReport,
  textReport,
  type Exported,
  type FailOn,
} from '../../core';
import type { Texts } from '../../i18n/texts';
import type { FormatName } from '../commands';

/** How a report is written. */
export interface How {
  readonly failOn: FailOn;
  readonly paper: { readonly width: number; readonly colours: boolean };
  /** When the integrations were read last, by a run before: milliseconds since the epoch. */
  readonly lastSuccess: number | undefined;
}

type Write = (exported: Exported, how: How, t: Texts) => string;

const WRITERS: Readonly<Record<FormatName, Write>> = {
  text: (exported, { paper }, t) => textReport(exported, paper, t),
  json: (exported, _, t) => jsonReport(exported, t),
  junit: (exported, { failOn }, t) => junitReport(exported, { failOn }, t),
  prometheus: (exported, { lastSuccess }, t) => prometheusReport(exported, { lastSuccess }, t),
  nagios: (exported, _, t) => nagiosReport(exported, t),
  csv: (exported, _, t) => csvReport(exported, t),
  markdown: (exported, _, t) => markdownReport(exported, t),
};

/** What writes a report in a format. */
export function writerOf(format: FormatName): Write {
  return WRITERS[format];
}
