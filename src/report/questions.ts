import type { QuestionState, Questions } from '../decisions/answers';
import { CONFIRMABLE_SETTINGS, type ConfirmableSetting } from '../model/confirmation';
import type { Finding } from '../model/finding';
import { HOST_PRODUCTS, type HostProduct } from '../model/host';
import { SINGLE_REPOSITORIES } from '../model/integration';
import type { SubjectReport } from './report';

/** A setting of the instance that only people can see, asked once for all integrations. */
export interface Question {
  readonly setting: ConfirmableSetting;
  readonly state: QuestionState;
  /** How many integrations it matters for. */
  readonly integrations: number;
  /** What these are connected to. */
  readonly products: readonly HostProduct[];
}

/** The check that tells whom a question is about; webhooks are about whatever is fetched. */
const ABOUT: Readonly<Record<ConfirmableSetting, string | undefined>> = {
  generalRequireUserPat: 'require-user-pat',
  enforceGitPermissions: 'enforce-git-permissions',
  webhooks: undefined,
};

function mattersFor({ key, health, product, findings }: SubjectReport, setting: ConfirmableSetting): boolean {
  if (health === 'disabled' || key === SINGLE_REPOSITORIES) return false;
  const about = ABOUT[setting];
  if (about === undefined) return product !== 'folder';
  return findings.some(({ check, verdict }) => check === about && verdict !== 'not-applicable');
}

/**
 * The questions, in the order in which they are asked.
 *
 * @param off ids of checks that are switched off: what only they ask matters for none
 */
export function questionReports(
  states: Questions,
  subjects: readonly SubjectReport[],
  off: readonly string[],
): readonly Question[] {
  return CONFIRMABLE_SETTINGS.map((setting) => {
    const isMoot = setting === 'webhooks' && off.includes('webhooks');
    const concerned = isMoot ? [] : subjects.filter((subject) => mattersFor(subject, setting));
    const products = HOST_PRODUCTS.filter((product) => concerned.some((one) => one.product === product));
    return { setting, state: states[setting], integrations: concerned.length, products };
  });
}

/** The question that a finding waits for the answer of. */
export function questionOf({ verdict, found }: Finding, questions: readonly Question[]): Question | undefined {
  return verdict === 'to-confirm' ? questions.find(({ setting }) => setting === found[0]?.field) : undefined;
}

/** True where the page asks: nobody answered yet, or the answer does not hold any more. */
export function isAsked({ state, integrations }: Question): boolean {
  return integrations > 0 && (state.kind === 'open' || state.kind === 'lapsed');
}
