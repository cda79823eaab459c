import type { Texts } from '../../i18n/texts';
import type { Finding } from '../../model/finding';
import { SOURCE_IDS } from '../../model/gathered';
import { SINGLE_REPOSITORIES } from '../../model/integration';
import { isMoment } from '../../model/limits';
import { isScheduleOff } from '../../model/schedule';
import { HEALTHS } from '../health';
import { areIntegrationsMissing } from '../missing-rows';
import type { Report, SubjectReport } from '../report';
import type { Exported } from './exported';
import { expositionText, labelsText, type Labels, type Sample } from './exposition';
import { failuresOf } from './failure-texts';
import { METRICS, type MetricId } from './metrics';
import { plainText } from './plain-text';
import { subjectName } from './subject-texts';

interface Options {
  /** When the list of integrations was read last by a run before, milliseconds since the epoch. */
  readonly lastSuccess?: number | undefined;
}

type Samples = Readonly<Record<MetricId, readonly Sample[]>>;

const seconds = (milliseconds: number) => milliseconds / 1000;
const one = (labels: Labels = {}): readonly Sample[] => [{ labels, value: 1 }];
/** What is not known has no sample: 0 would say something. */
const known = (value: number | undefined, labels: Labels = {}): readonly Sample[] =>
  value === undefined ? [] : [{ labels, value }];

/** Versions, names and hosts are free texts. */
function plainLabels(labels: Labels): Labels {
  return Object.fromEntries(
    Object.entries(labels).map(([name, value]) => [name, value === undefined ? undefined : plainText(value)]),
  );
}

/** Of the repositories without an integration their key. */
const idOf = ({ id, key }: SubjectReport) => id ?? key;

/** By number, so that the order is the same in each run, whatever the health is. */
function byId(subjects: readonly SubjectReport[]): readonly SubjectReport[] {
  return [...subjects].sort((first, second) => {
    const [a, b] = [idOf(first), idOf(second)];
    return a.length - b.length || (a < b ? -1 : Number(a > b));
  });
}

function sourceSamples(exported: Exported): readonly Sample[] {
  const failed = failuresOf(exported).map(({ source }) => source);
  const pending = exported.provenance.unread.flatMap((one) => (one.state === 'pending' ? one.source : []));
  return SOURCE_IDS.filter((source) => !pending.includes(source)).map((source) => ({
    labels: { source },
    value: failed.includes(source) ? 0 : 1,
  }));
}

function integrationSamples({ subjects, provenance }: Exported): readonly Sample[] {
  if (provenance.checkedAt === undefined) return [];
  const healths = subjects.filter(({ key }) => key !== SINGLE_REPOSITORIES).map(({ health }) => health);
  return HEALTHS.map((health) => ({ labels: { health }, value: healths.filter((own) => own === health).length }));
}

/** What is still being read is none of them. */
const settled = (findings: readonly Finding[]) => findings.filter(({ pending }) => !pending);

/** How often each check came out in each way. */
function countSamples({ subjects, report }: Exported): readonly Sample[] {
  const counts = new Map<string, { labels: Labels; value: number }>();
  for (const { check, severity, verdict } of settled([
    ...subjects.flatMap(({ findings }) => findings),
    ...report.instance,
  ])) {
    const key = `${check} ${severity} ${verdict}`;
    const counted = counts.get(key) ?? { labels: { check, severity, verdict }, value: 0 };
    counts.set(key, counted);
    counted.value += 1;
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, counted]) => counted);
}

/** What neither passes nor does not apply. */
function findingSamples(id: string, findings: readonly Finding[]): readonly Sample[] {
  return settled(findings)
    .filter(({ verdict }) => verdict !== 'pass' && verdict !== 'not-applicable')
    .flatMap(({ check, severity, verdict }) => one({ id, check, severity, verdict }));
}

/** @param offset of Jira's clock, milliseconds: monitoring compares with a clock of its own */
function subjectSamples(subject: SubjectReport, offset: number, t: Texts) {
  const { health, hostName, product, repositories, lastIndexed, initialIndexing, findings } = subject;
  const id = idOf(subject);
  const indexedAt = lastIndexed.kind === 'known' ? seconds(lastIndexed.value - offset) : undefined;
  const name = subjectName(subject, t);
  return {
    integrationInfo: one({ id, name, host: hostName, product }),
    health: health === 'checking' ? [] : one({ id, health }),
    finding: findingSamples(id, findings),
    repositories: known(repositories?.atLeast === false ? repositories.value : undefined, { id }),
    lastIndexed: known(indexedAt, { id }),
    initialIndexing: initialIndexing ? one({ id }) : [],
  };
}

function reindexSamples({ reindex: { interval, status } }: Report) {
  const minutes = interval.state === 'read' && interval.value.kind === 'known' ? interval.value.value : undefined;
  const advised = status !== 'pending' && status.kind === 'advised' ? status.suggested : undefined;
  const atLeast = status !== 'pending' && status.kind === 'at-least' ? status.suggested : undefined;
  const inSeconds = (value: number | undefined) => (value === undefined ? undefined : value * 60);
  return {
    interval: known(minutes === undefined || !isScheduleOff(minutes) ? inSeconds(minutes) : 0),
    suggested: known(inSeconds(advised)),
    atLeast: known(inSeconds(atLeast)),
  };
}

function allSamples(exported: Exported, { lastSuccess }: Options, t: Texts): Samples {
  const { report, subjects, provenance } = exported;
  const { appVersion: version, jiraVersion: jira_version, gijVersion: gij_version } = provenance;
  const { checkedAt, judgedAt, exportedAt } = provenance;
  const offset = checkedAt === undefined ? 0 : judgedAt - checkedAt;
  const succeededAt = checkedAt ?? lastSuccess;
  const rows = byId(subjects).map((subject) => subjectSamples(subject, offset, t));
  const of = (metric: keyof ReturnType<typeof subjectSamples>) => rows.flatMap((row) => row[metric]);
  return {
    info: one({ version, jira_version, gij_version }),
    checked: known(seconds(exportedAt)),
    lastSuccess: known(succeededAt === undefined ? undefined : seconds(succeededAt)),
    sourceUp: sourceSamples(exported),
    sourceFailure: failuresOf(exported).flatMap(({ source, kind }) => one({ source, kind })),
    complete: known(checkedAt === undefined ? undefined : Number(!areIntegrationsMissing(report))),
    integrations: integrationSamples(exported),
    findings: countSamples(exported),
    integrationInfo: of('integrationInfo'),
    health: of('health'),
    finding: [...of('finding'), ...findingSamples('instance', report.instance)],
    repositories: of('repositories'),
    lastIndexed: of('lastIndexed'),
    initialIndexing: of('initialIndexing'),
    ...reindexSamples(report),
  };
}

/**
 * A report for the textfile collector of Prometheus' node_exporter: {@link METRICS}, of which each sample has the address of
 * the Jira as `jira`, so that the files of two of them may lie in one folder.
 *
 * What is not known has no sample. There are at most 5 samples an integration, one for each check that does not pass on it,
 * and some hundred beside: of 1,000 integrations about 6,000 where one check fails on each.
 */
export function prometheusReport(exported: Exported, options: Options, t: Texts): string {
  const jira = exported.provenance.baseUrl;
  const samples = allSamples(exported, options, t);
  const families = Object.entries(METRICS).map(([id, { name, help }]) => ({
    name,
    help: t(help),
    samples: samples[id as MetricId].map(({ labels, value }) => ({
      labels: plainLabels({ jira, ...labels }),
      value,
    })),
  }));
  return expositionText(families);
}

/**
 * When the list of integrations was read last, by what a run before wrote: a run that could not read it hands that on.
 *
 * @returns milliseconds since the epoch; undefined where the text does not say it of that Jira
 */
export function lastSuccessOf(text: string, baseUrl: string): number | undefined {
  const begin = `${METRICS.lastSuccess.name}${labelsText(plainLabels({ jira: baseUrl }))} `;
  const line = text.split('\n').find((one) => one.startsWith(begin));
  const time = line === undefined ? NaN : Number(line.slice(begin.length)) * 1000;
  return isMoment(time) ? Math.round(time) : undefined;
}
