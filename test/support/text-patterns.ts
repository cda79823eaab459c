import { INSTANCE_CHECKS, INTEGRATION_CHECKS } from '../../src/checks/registry';
import type { ConnectionCause } from '../../src/command-line/jira/failure';
import type { AnswerEntry } from '../../src/decisions/decisions';
import type { SharingTrouble } from '../../src/decisions/sync';
import { BADGES_SETTINGS } from '../../src/decisions/settings';
import { CONFIRMABLE_SETTINGS } from '../../src/model/confirmation';
import { SOURCE_IDS } from '../../src/model/gathered';
import type { FailureKind } from '../../src/model/reading';
import type { Change } from '../../src/report/changes';
import type { HostProduct } from '../../src/model/host';
import type { Integration, RowProblem } from '../../src/model/integration';
import type { Severity, Verdict } from '../../src/model/verdict';
import type { EntryName, SingleName } from '../../src/evidence/schemas';
import type { UnstoredReason } from '../../src/evidence/kept-evidence';
import type { IntervalVerdict } from '../../src/model/reindex';
import type {
  BoundSource,
  Confidence,
  LeftOut,
  Method,
  NotEnoughReason,
  StepRule,
} from '../../src/reindex/advice/advice';
import type { TimeColumn } from '../../src/queue/rows/cell-values';
import type { Slots } from '../../src/reindex/work/slots';
import type { ScheduleProblem } from '../../src/schedule/parse-schedule';
import { GROUPS } from '../../src/report/checklist';
import { COLUMNS } from '../../src/report/formats/csv';
import { HEALTHS } from '../../src/report/health';
import type { Wait } from '../../src/sources/jira-client';
import { SECTIONS } from '../../src/ui/checks/sections';
import type { EvidenceKind } from '../../src/ui/state/evidence';
import { MARKS } from '../../src/ui/reindex/chart/chart-marks';
import type { PointState } from '../../src/ui/reindex/chart/chart-points';
import type { DayProblem } from '../../src/ui/accept/until';
import { LIMITS, POLICY_NUMBERS, UNITS } from '../../src/ui/settings/setting-values';
import type { NamePatternProblem } from '../../src/model/name-pattern';
import type { WatchState } from '../../src/ui/state/watch';
import { NEWS_KINDS } from '../../src/snapshots/snapshot';
import type { Dialog } from '../../src/ui/dialogs';
import { ACCEPTANCE_REASONS } from '../../src/model/finding';
import type { Place } from '../../src/decisions/kept-sharing';
import type { BulkRowState } from '../../src/changes/bulk';
import { HISTORY_KINDS } from '../../src/ui/history/history-items';
import type { UndoState } from '../../src/ui/history/undo-state';
import type { SnapshotsTrouble } from '../../src/ui/state/snapshots';
import { SORT_KEYS } from '../../src/ui/state/view-state';

/** All members of a union; the compiler says when one is missing. */
function every<Member extends string>(members: Record<Member, true>): Member[] {
  return Object.keys(members) as Member[];
}

const products = every<HostProduct>({
  github: true,
  gitlab: true,
  azure: true,
  aws: true,
  gerrit: true,
  folder: true,
  git: true,
  unknown: true,
});
const ANSWERS = every<AnswerEntry['value']>({ on: true, off: true, unknown: true });
const EVIDENCE_LISTS = every<EntryName>({ task: true, run: true, look: true });
const severities = every<Severity>({ high: true, medium: true, low: true, advisory: true });
export const verdicts = every<Verdict>({
  pass: true,
  fail: true,
  accepted: true,
  'to-confirm': true,
  'not-applicable': true,
  unknown: true,
  error: true,
});
const waits = every<Wait['kind']>({ 'rate-limited': true, starting: true });
const rowKinds = every<RowProblem['kind']>({ integration: true, repository: true });
const rowProblems = every<RowProblem['problem']>({
  'not-an-object': true,
  'no-id': true,
  'duplicate-id': true,
  'no-parent': true,
  'details-failed': true,
  'details-not-asked': true,
});
export const failures = every<FailureKind>({
  unauthorised: true,
  forbidden: true,
  websudo: true,
  missing: true,
  starting: true,
  'rate-limited': true,
  timeout: true,
  malformed: true,
  http: true,
  network: true,
});
const sharingTroubles = every<SharingTrouble['why']>({
  unread: true,
  unwritten: true,
  newer: true,
  unreadable: true,
  gone: true,
  size: true,
  busy: true,
  leftover: true,
});
const pointStates = every<PointState>({
  'beside-stuck': true,
  'other-size': true,
  whole: true,
  watch: true,
  running: true,
  'cut-off': true,
  unclear: true,
  implausible: true,
  'initial-indexing': true,
});

const intervalVerdicts = every<IntervalVerdict>({
  'too-short': true,
  tight: true,
  good: true,
  'longer-than-needed': true,
  off: true,
  'current-unknown': true,
});

const stepRules = every<StepRule>({
  'longest-round': true,
  'quantile-of-rounds': true,
  bound: true,
  replayed: true,
  calibrated: true,
  margin: true,
  'round-up': true,
  floor: true,
  ceiling: true,
});

const leftOut = every<keyof LeftOut>({
  initialIndexingTasks: true,
  resetTasks: true,
  removalTasks: true,
  garbageCollectionTasks: true,
  canceledTasks: true,
  stuckTasks: true,
  untimedTasks: true,
  runningRounds: true,
  cutOffRounds: true,
  unclearRounds: true,
  implausibleRounds: true,
  initialIndexingRounds: true,
  otherSizeRounds: true,
  besideStuckRounds: true,
  invalidRunDurations: true,
});

/** Fields that checks count or an admin sets, beside those of an integration. */
const ownFields = [
  'repositories',
  'repositoriesTrustFolderStat',
  'repositoriesUserPatOff',
  'repositoriesSslOff',
  'repositoriesClearText',
  'repositoriesEverywhere',
  'repositoriesInvisible',
  'repositoriesInError',
  'repositoriesNeverIndexed',
  'state',
  'reindexInterval',
  'roundMinutes',
  'atLeastMinutes',
  'initialIndexing',
  'trackedFolderId',
];

const fields = [
  ...every<Exclude<keyof Integration, 'key' | 'id'>>({
    displayName: true,
    origin: true,
    integrationType: true,
    disabled: true,
    requireUserPat: true,
    gitViewerEnabled: true,
    disableSslVerification: true,
    trustFolderStat: true,
    global: true,
    projectMappingIds: true,
    revisionIndexing: true,
    smartCommitsEnabled: true,
    sendCommitEmails: true,
    showAllTags: true,
    tagsFilter: true,
    initDate: true,
    lastIndexedDate: true,
  }),
  ...CONFIRMABLE_SETTINGS,
  ...ownFields,
];

const outcomes = every<BulkRowState['kind']>({
  waiting: true,
  running: true,
  applied: true,
  unchanged: true,
  'not-kept': true,
  refused: true,
  'changed-meanwhile': true,
  gone: true,
  unknown: true,
  'not-tried': true,
});

const connectionCauses = every<ConnectionCause>({
  refused: true,
  unreachable: true,
  'unknown-host': true,
  certificate: true,
  'certificate-name': true,
  'certificate-date': true,
  'no-tls': true,
});

/** Words of the legend, and what each means. */
const named = (words: readonly string[]) => words.flatMap((word) => [word, `${word}.name`]);

/**
 * The template literals that make keys of texts, as they stand in `src`, and what goes into them.
 * A literal in `src` that is not here, or the other way round, fails the parity test.
 */
export const TEXT_PATTERNS: Readonly<Record<string, readonly string[]>> = {
  'dialog.${dialog.kind}': every<Dialog['kind']>({
    fix: true,
    undo: true,
    accept: true,
    export: true,
    settings: true,
    sharing: true,
    help: true,
  }),
  'fix.outcome.${kind}': outcomes,
  'fix.outcome.${state.kind}': outcomes,
  'fix.outcome.${last.state.kind}': outcomes,
  'fix.says.${state.kind}': outcomes.filter((kind) => !['waiting', 'running', 'applied'].includes(kind)),
  "value.${value ? 'on' : 'off'}": ['on', 'off'],
  'severity.${value}': severities,
  'setting.unit.${UNITS[name as NumberName]}': [...new Set(Object.values(UNITS))],
  'acceptance.${reason}': ACCEPTANCE_REASONS,
  'history.kept.${place.kind}': every<Place['kind']>({ browser: true, 'issue-type': true, project: true }),
  'history.news.${kind}': NEWS_KINDS,
  'history.filter.${one}': HISTORY_KINDS,
  'history.${what}': ['changed', 'undid'],
  'history.${what}.many': ['changed', 'undid'],
  'history.${state}': every<Exclude<UndoState, 'possible' | 'undo'>>({
    undone: true,
    'not-kept': true,
    'changed-since': true,
    'integration-gone': true,
  }),
  'exporting.recording.${part}': ['what', 'holds', 'holds-not', 'where'],
  'history.import.why.${kind}': ['newer', 'unreadable'],
  'history.import.${said}': ['reading', 'taken-back'],
  'history.trouble.${trouble}': every<SnapshotsTrouble>({ newer: true, unreadable: true, unwritten: true }),
  'value.${word}': ['enabled', 'disabled', 'on', 'off', 'true', 'false', 'all-tags', 'matching-tags'],
  'question.${asked}': CONFIRMABLE_SETTINGS,
  'question.${question.setting}': CONFIRMABLE_SETTINGS,
  'question.${setting}': CONFIRMABLE_SETTINGS,
  'field.${reading.field}': fields,
  'field.${field}': fields,
  'field.${setting}': CONFIRMABLE_SETTINGS,
  'answer.${value}': ANSWERS,
  'field.${unreported}': fields,
  'checklist.group.${group}': GROUPS,
  'checks.group.${group}': GROUPS,
  'acceptance.past.${state}': ['expired', 'changed', 'weightier', 'gone'],
  'acceptance.${acceptance.reason}': ACCEPTANCE_REASONS,
  'checks.section.${name}': SECTIONS,
  'verdict.${verdict}': verdicts,
  'verdict.${alike[0].verdict}': verdicts,
  'severity.${severity}': severities,
  'export.column.${column}': COLUMNS,
  'health.${health}': HEALTHS,
  'health.${single}': HEALTHS,
  'product.${product}': products,
  'table.${key}': SORT_KEYS,
  'check.${id}.name': [...INTEGRATION_CHECKS, ...INSTANCE_CHECKS].map(({ id }) => id),
  'check.${check}.name': [...INTEGRATION_CHECKS, ...INSTANCE_CHECKS].map(({ id }) => id),
  'check.${change.check}.name': [...INTEGRATION_CHECKS, ...INSTANCE_CHECKS].map(({ id }) => id),
  'source.${source}': SOURCE_IDS,
  'loading.${state}': ['reading', 'read', 'failed'],
  'waiting.${kind}': waits,
  'failure.${kind}.short': failures,
  'failure.${failure}.short': failures,
  'failure.${standing.failure.kind}.short': failures,
  'failure.${outcome.kind}.short': failures,
  'failure.${reading.failure}.short': failures,
  'failure.${kind}.what': failures,
  'failure.${kind}.do': failures,
  // Those that lead to a place in Jira.
  'failure.${kind}.link': ['unauthorised', 'websudo', 'missing'],
  'failure.effect.${source}': ['integrations', 'repositories', 'server-info', 'myself'],
  'failure.${first.kind}.title': ['unauthorised', 'websudo'],
  'before-first.${advice}': ['features', 'repositories', 'projects', 'account', 'pace'],
  'changes.${kind}': every<Change['kind']>({
    came: true,
    went: true,
    fixed: true,
    found: true,
    accepted: true,
    expired: true,
    unread: true,
    readable: true,
    disabled: true,
    enabled: true,
  }),
  'sharing.${sharing}': ['reading', 'writing'],
  'sharing.file.${said}': ['unreadable', 'newer', 'taken', 'nothing'],
  'answer.${entry.value}': ANSWERS,
  'question.${entry.setting}.name': CONFIRMABLE_SETTINGS,
  'shared.trouble.${trouble.why}': sharingTroubles,
  'shared.trouble.${trouble.why}.title': sharingTroubles,
  'question.${setting}.name': CONFIRMABLE_SETTINGS,
  'question.${setting}.what': CONFIRMABLE_SETTINGS,
  'question.${setting}.where': CONFIRMABLE_SETTINGS,
  'questions.trouble.${trouble}': ['newer', 'unreadable', 'unwritten'],
  'help.health.${health}': HEALTHS,
  'help.verdict.${verdict}': named(verdicts),
  'help.severity.${severity}': named(severities),
  'help.interval.${verdict}': named([...intervalVerdicts, 'fits-so-far', 'not-proven']),
  'help.reads.${what}': [
    'integrations',
    'integration',
    'repositories',
    'server-info',
    'myself',
    'schedule',
    'issue-types',
    'shared-keys',
    'shared',
    'gij-version',
  ],
  'problem.kind.${kind}': rowKinds,
  'problem.${problem}': rowProblems,
  "crash.${copied ?? 'copy'}": ['copied', 'selected', 'copy'],
  'crash.${copied}': ['copied', 'selected'],
  'check.enforce-git-permissions.reason.${userPat.state}': ['not-required', 'no-effect'],
  'check.reindex-interval.reason.too-short.${how}': ['probably', 'at-least'],
  'check.indexing-freshness.limit.${limit.why}': ['interval', 'round', 'unknown', 'off'],
  'check.reindex-interval.reason.${verdict}': ['too-short', 'tight', 'longer-than-needed'],
  'reindex.verdict.${verdict}': [...intervalVerdicts, 'not-proven', 'fits-so-far'],
  'reindex.bound.${bound.source}': every<BoundSource>({
    'run-duration': true,
    'running-round': true,
    'part-of-round': true,
    'known-repositories': true,
    'longest-task': true,
    dates: true,
  }),
  'reindex.need.${reason}': every<NotEnoughReason>({
    nothing: true,
    'no-complete-round': true,
    'slots-unknown': true,
    'initial-indexing-running': true,
    'initial-indexing-recent': true,
  }),
  'reindex.confidence.${confidence}': every<Confidence>({ low: true, medium: true, high: true }),
  'reindex.sure.next.${next}': ['low', 'medium', 'measure'],
  'reindex.step.${rule}': stepRules,
  'reindex.method.${method}': every<Method>({ rounds: true, bound: true, watch: true, work: true }),
  'reindex.slots.${slots.source}': every<Slots['source']>({ declared: true, seen: true, assumed: true }),
  'reindex.left-out.${what}': leftOut,
  'reindex.evidence.${kind}': every<EvidenceKind>({
    paste: true,
    file: true,
    typed: true,
    scheduler: true,
    earlier: true,
    elsewhere: true,
  }),
  'reindex.watch.${state}': every<Exclude<WatchState, 'off'>>({
    watching: true,
    hidden: true,
    'other-tab': true,
    failed: true,
    cut: true,
  }),
  'reindex.history.${unstored}': every<UnstoredReason>({
    unavailable: true,
    blocked: true,
    newer: true,
    corrupt: true,
    full: true,
    rejected: true,
  }),
  'reindex.import.${outcome}': ['refused', 'newer', 'unreadable'],
  'reindex.typed.problem.${schedule.problem}': every<ScheduleProblem>({
    cron: true,
    empty: true,
    'not-a-whole-number': true,
    'too-small': true,
    'too-large': true,
  }),
  'queue.column.${name}': every<TimeColumn>({
    'insertion-time': true,
    'start-time': true,
    'finish-time': true,
    'queued-time': true,
    'processing-time': true,
    look: true,
    blur: true,
  }),
  'evidence.entry.${name}': EVIDENCE_LISTS,
  'evidence.list.${name}': EVIDENCE_LISTS,
  'evidence.${name}': every<SingleName>({ schedule: true, nodes: true, threads: true }),
  'command.failure.${cause}': connectionCauses,
  'command.failure.${cause}.do': connectionCauses,
  'command.decisions.${parsed.kind}': ['newer', 'unreadable'],
  'command.decisions.${document.kind}': ['newer', 'unreadable'],
  'command.recording.${parsed.kind}': ['newer', 'unreadable'],
  'message.${appearance}': ['warning', 'error', 'information'],
  'severity.${one}': severities,
  'setting.${name}': [...LIMITS, ...POLICY_NUMBERS, 'name-pattern', 'read-only', 'badges'],
  'setting.badges.${option}': BADGES_SETTINGS,
  'setting.badges.${value}': BADGES_SETTINGS,
  'setting.check.${part}': ['off', 'severity'],
  'setting.unit.${UNITS[name]}': [...new Set(Object.values(UNITS))],
  'settings.help.${name}': [...LIMITS, ...POLICY_NUMBERS],
  'settings.names.problem.${problem}': every<NamePatternProblem>({
    'too-long': true,
    'not-valid': true,
    'too-slow': true,
  }),
  'accept.problem.day.${problems.day}': every<DayProblem>({ day: true, over: true, 'too-far': true }),
  'settings.trouble.${trouble}': ['newer', 'unreadable', 'unwritten'],
  'reindex.chart.state.${point.state}': pointStates,
  'reindex.chart.legend.${mark}': MARKS,
  'drift.${field}': ['requireUserPat', 'disableSslVerification', 'global'],
  'feature.${feature.id}': ['smart-commits', 'commit-emails', 'tags'],
};

/** Template literals that begin with a key that was made before: of a check, or of a text that has forms. */
export const CONTINUED: readonly string[] = [
  '${key}.${verdict}',
  '${key}.name',
  '${key}.why',
  '${key}.steps',
  '${key}.notice',
  '${key}.${plural().select(count)}',
  '${key}.other',
];

/** Each check has these: `check.<id>.<part>`. */
export const PARTS_OF_A_CHECK = ['name', 'pass', 'fail', 'why', 'steps', 'notice'];
