import { CONFIRMABLE_SETTINGS, type Confirmations, type ConfirmableSetting } from '../model/confirmation';
import { absent, known, type Stamp } from '../model/reading';
import { answerKey, type AnswerEntry, type Decisions } from './decisions';

const DAY = 24 * 60 * 60_000;
/** How long nobody is asked again who did not know. */
const RESTS = 30 * DAY;

/** Where the question of a setting stands. */
export type QuestionState =
  | { readonly kind: 'open' }
  /** Somebody did not know: it is not asked in the notice again until then, milliseconds since the epoch. */
  | { readonly kind: 'resting'; readonly answer: AnswerEntry; readonly until: number }
  | { readonly kind: 'answered'; readonly answer: AnswerEntry; readonly isOn: boolean }
  /** It was answered too long ago. */
  | { readonly kind: 'lapsed'; readonly answer: AnswerEntry; readonly why: 'age' }
  /** It was answered for another version of GIJ than the one that is installed. */
  | { readonly kind: 'lapsed'; readonly answer: AnswerEntry; readonly why: 'version'; readonly installed: string };

export type Questions = Readonly<Record<ConfirmableSetting, QuestionState>>;

/** What the answers are looked at by. */
export interface AnswerContext {
  /** Milliseconds since the epoch, by the browser's clock. */
  readonly now: number;
  /** Undefined where it could not be read, which is no change. */
  readonly gijVersion: string | undefined;
  /** How many days an answer holds: settings change, and nobody says so. */
  readonly askedAgainAfterDays: number;
}

function stateOf(answer: AnswerEntry | undefined, context: AnswerContext): QuestionState {
  const { now, gijVersion, askedAgainAfterDays } = context;
  if (!answer) return { kind: 'open' };
  const age = now - answer.at;
  if (answer.value === 'unknown') {
    return age < RESTS ? { kind: 'resting', answer, until: answer.at + RESTS } : { kind: 'open' };
  }
  if (age >= askedAgainAfterDays * DAY) return { kind: 'lapsed', answer, why: 'age' };
  if (answer.gijVersion !== undefined && gijVersion !== undefined && answer.gijVersion !== gijVersion)
    return { kind: 'lapsed', answer, why: 'version', installed: gijVersion };
  return { kind: 'answered', answer, isOn: answer.value === 'on' };
}

function answerOf({ entries }: Decisions, setting: ConfirmableSetting): AnswerEntry | undefined {
  const entry = entries[answerKey(setting)];
  return entry?.kind === 'answer' ? entry : undefined;
}

/** Where each question stands. */
export function questionsOf(decisions: Decisions, context: AnswerContext): Questions {
  return Object.fromEntries(
    CONFIRMABLE_SETTINGS.map((setting) => [setting, stateOf(answerOf(decisions, setting), context)]),
  ) as Record<ConfirmableSetting, QuestionState>;
}

/** What the checks are judged by: only answers that still hold. */
export function confirmationsOf(questions: Questions): Confirmations {
  const stamp = (readAt: number): Stamp => ({ source: 'admin', request: '', readAt });
  return Object.fromEntries(
    CONFIRMABLE_SETTINGS.map((setting) => {
      const state = questions[setting];
      return [
        setting,
        state.kind === 'answered' ? known(setting, state.isOn, stamp(state.answer.at)) : absent(setting, stamp(0)),
      ];
    }),
  ) as unknown as Confirmations;
}
