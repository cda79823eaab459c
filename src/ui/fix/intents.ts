import { judgeDisplayName, suggestDisplayName, type NameFacts } from '../../changes/display-name';
import { planChange, type Plan } from '../../changes/plan';
import { planUndo } from '../../changes/undo';
import { WRITABLE_FIELDS, type SettingValue, type SettingValues, type WritableField } from '../../model/change';
import type { CheckSettings } from '../../model/check-settings';
import type { Gathered } from '../../model/gathered';
import type { Integration } from '../../model/integration';
import { message, type Message } from '../../model/message';
import { known, valueOf } from '../../model/reading';
import type { Candidate } from './candidates';
import type { ReadState } from './readings';

/** What the admin wants of one integration. */
export interface Intent {
  readonly isChosen: boolean;
  readonly typed: string;
  /** Where only people can say which settings are to change: those that are. */
  readonly fields: readonly WritableField[];
}

export type Intents = Readonly<Record<string, Intent>>;

/** The settings that a fix is about, in GIJ's order. */
export function fieldsOf({ aim }: Candidate): readonly WritableField[] {
  if (aim.kind === 'undo') return aim.change.fields.map(({ field }) => field);
  const { set, typed } = aim.fix;
  return WRITABLE_FIELDS.filter((field) => set[field] !== undefined || field === typed);
}

export function isTyped({ aim }: Candidate, field: WritableField): boolean {
  return aim.kind === 'fix' && aim.fix.typed === field;
}

export function isChoice({ aim }: Candidate): boolean {
  return aim.kind === 'fix' && aim.fix.isChoice === true;
}

/** What was read of all integrations, and the admins' settings, by which a name is judged. */
export interface Circumstances {
  readonly gathered: Gathered;
  readonly settings: CheckSettings;
}

/** What a display name is judged on: the names of the others, with those that are typed here. */
function nameFacts(
  candidate: Candidate,
  intents: Intents,
  { gathered: { integrations }, settings }: Circumstances,
): NameFacts | undefined {
  if (integrations.state !== 'read') return undefined;
  const list = integrations.value;
  const integration = list.integrations.find(({ key }) => key === candidate.key);
  if (!integration) return undefined;
  const named = (one: Integration): Integration => {
    const intent = intents[one.key];
    if (!intent?.isChosen) return one;
    return { ...one, displayName: known('displayName', intent.typed.trim(), one.displayName.stamp) };
  };
  const integrationList = { ...list, integrations: list.integrations.map(named) };
  return { integration, integrationList, settings };
}

/** What its repositories belong to, the most frequent first. */
function groupsOf({ id }: Candidate, { repositories }: Gathered): readonly string[] {
  return repositories.state === 'read' ? (repositories.value.byIntegration[id]?.groups ?? []) : [];
}

/** What there is to begin with: everything but what only people can say. */
export function firstIntent(candidate: Candidate, circumstances: Circumstances): Intent {
  const { aim } = candidate;
  const isNamed = aim.kind === 'fix' && aim.fix.typed === 'displayName';
  const facts = isNamed ? nameFacts(candidate, {}, circumstances) : undefined;
  const groups = groupsOf(candidate, circumstances.gathered);
  const typed = facts && (suggestDisplayName(facts, groups) ?? valueOf(facts.integration.displayName));
  return { isChosen: true, typed: typed ?? '', fields: [] };
}

function valueOfIntent({ aim }: Candidate, { typed }: Intent, field: WritableField): SettingValue | undefined {
  if (aim.kind === 'undo') return aim.change.fields.find((change) => change.field === field)?.before;
  return field === aim.fix.typed ? typed.trim() : aim.fix.set[field];
}

/** The value that a setting is to get; undefined where it is to stay as it is. */
export function afterOf(candidate: Candidate, intent: Intent, field: WritableField): SettingValue | undefined {
  if (isChoice(candidate) && !intent.fields.includes(field)) return undefined;
  return valueOfIntent(candidate, intent, field);
}

/** What is wrong with what was typed. */
function problemOf(candidate: Candidate, intents: Intents, circumstances: Circumstances): Message | undefined {
  const intent = intents[candidate.key];
  const field = fieldsOf(candidate).find((one) => isTyped(candidate, one));
  if (!intent || field === undefined || afterOf(candidate, intent, field) === undefined) return undefined;
  if (field !== 'displayName') return intent.typed.trim() === '' ? message('fix.typed.blank') : undefined;
  const facts = nameFacts(candidate, intents, circumstances);
  const judged = facts && judgeDisplayName(intent.typed, facts);
  return judged?.verdict === 'fail' ? (judged.reason ?? judged.wanted) : undefined;
}

/** How a candidate stands in the preview. */
export type Standing =
  | { readonly kind: 'waiting' }
  | Extract<ReadState, { kind: 'failed' }>
  | Exclude<Plan, { kind: 'nothing' }>
  /** It is as it should be already. */
  | { readonly kind: 'nothing' }
  /** The admin has not said what is to change. */
  | { readonly kind: 'undecided' }
  /** What was typed would not do. */
  | { readonly kind: 'wrong'; readonly reason: Message };

interface Known extends Circumstances {
  readonly state: ReadState | undefined;
  readonly intents: Intents;
}

export function standingOf(candidate: Candidate, { state, intents, ...circumstances }: Known): Standing {
  const intent = intents[candidate.key];
  if (!intent || !state || state.kind === 'waiting') return { kind: 'waiting' };
  if (state.kind === 'failed') return state;
  const { aim } = candidate;
  if (aim.kind === 'undo') return planUndo(aim.change, state.snapshot);
  const wanted: SettingValues = Object.fromEntries(
    fieldsOf(candidate).flatMap((field) => {
      const after = afterOf(candidate, intent, field);
      return after === undefined ? [] : [[field, after]];
    }),
  );
  const plan = planChange(state.snapshot, wanted);
  const reason = plan.kind === 'impossible' ? undefined : problemOf(candidate, intents, circumstances);
  if (reason) return { kind: 'wrong', reason };
  const isOpen = aim.fix.isChoice === true || aim.fix.typed !== undefined;
  return plan.kind === 'nothing' && isOpen ? { kind: 'undecided' } : plan;
}

/** Whether there is anything to choose of it. */
export function isOffered({ kind }: Standing): boolean {
  return kind === 'change' || kind === 'undecided' || kind === 'wrong';
}
