import fc from 'fast-check';

import { INSTANCE_CHECKS, INTEGRATION_CHECKS } from '../../src/checks/registry';
import type { Finding } from '../../src/model/finding';
import { acceptanceOf } from '../../src/decisions/accept';
import { NO_DECISIONS, withEntries, type AcceptanceEntry } from '../../src/decisions/decisions';
import { SINGLE_REPOSITORIES } from '../../src/model/integration';
import { needsSomething } from '../../src/report/health';
import { buildReport } from '../../src/report/build-report';
import type { Report } from '../../src/report/report';
import { NOW, reportOptions, type ConfirmationChanges } from '../support/facts';
import { damage, type Damaged } from './damages';
import { answers, type Answers } from './instances';
import { readDamaged } from './read-damaged';

/** `DAMAGE=50000 npx jest --selectProjects unit --testPathPatterns test/damage` tries more; `DAMAGE_SEED` tries the same again. */
const INPUTS = Number(process.env['DAMAGE'] ?? 2_000);
const SEED = process.env['DAMAGE_SEED'];

jest.setTimeout(20_000 + INPUTS * 20);

const setting = fc.constantFrom<boolean | 'absent'>('absent', true, false);
const confirmed: fc.Arbitrary<ConfirmationChanges> = fc.record({
  generalRequireUserPat: setting,
  enforceGitPermissions: setting,
  webhooks: setting,
});

/** Which of the Fails an admin accepted, by their place; those of what was damaged as well, as it was before. */
const chosen = fc.array(fc.nat(60), { maxLength: 8 });

const findingsOf = ({ subjects, instance }: Report) => [...subjects.flatMap(({ findings }) => findings), ...instance];

function accepted(report: Report, places: readonly number[]): AcceptanceEntry[] {
  const fails = findingsOf(report).filter(({ verdict }) => verdict === 'fail');
  return places
    .flatMap((place) => fails[place % Math.max(1, fails.length)] ?? [])
    .map((finding) => acceptanceOf(finding, { reason: 'planned', note: '', at: NOW }));
}

/** Before and after a damage, with what was accepted before it. */
async function reports(
  given: Answers,
  spoilt: Damaged,
  confirmations: ConfirmationChanges,
  places: readonly number[],
): Promise<readonly [Report, Report]> {
  const [whole, damaged] = [await readDamaged(given), await readDamaged(spoilt)];
  const { decisions = NO_DECISIONS, now } = reportOptions(confirmations);
  const entries = accepted(buildReport(whole, { decisions, now }), places);
  const options = { decisions: withEntries(decisions, entries), now };
  return [buildReport(whole, options), buildReport(damaged, options)];
}

/** What was read of a setting, and how; nobody sets what is measured. */
function valuesOf({ found }: Finding): string {
  const settings = found.filter(({ field }) => !['roundMinutes', 'atLeastMinutes'].includes(field));
  return JSON.stringify(settings.map((reading) => ({ ...reading, stamp: undefined })));
}

/** Fails that count as accepted, though another value was; a line each. */
function hidden(before: Report, after: Report): string[] {
  const known = new Map(findingsOf(before).map((finding) => [`${finding.subject} ${finding.check}`, finding]));
  return findingsOf(after)
    .filter(({ verdict }) => verdict === 'accepted')
    .flatMap((finding) => {
      const was = known.get(`${finding.subject} ${finding.check}`);
      const isSame = was?.verdict === 'accepted' && valuesOf(was) === valuesOf(finding);
      return isSame ? [] : [`${finding.subject}: ${finding.check} hides another value`];
    });
}

const passed = (findings: readonly Finding[]) =>
  new Set(findings.filter(({ verdict }) => verdict === 'pass').map(({ check }) => check));

/** What is better after the damage than before it, or is missing; a line each. */
function improvements(before: Report, after: Report): string[] {
  const found: string[] = [];
  const gained = (subject: string, old: readonly Finding[], now: readonly Finding[]) => {
    const known = passed(old);
    for (const check of passed(now)) if (!known.has(check)) found.push(`${subject}: ${check} passes`);
  };
  gained('instance', before.instance, after.instance);
  const checks = INTEGRATION_CHECKS.map(({ id }) => id).join();
  for (const { key, health, findings } of after.subjects) {
    const old = before.subjects.find((one) => one.key === key);
    if (findings.map(({ check }) => check).join() !== checks) found.push(`${key}: not one finding for each check`);
    gained(key, old?.findings ?? [], findings);
    if (!needsSomething(health) && health !== old?.health)
      found.push(`${key}: ${old?.health ?? 'not there'} becomes ${health}`);
  }
  if (after.instance.map(({ check }) => check).join() !== INSTANCE_CHECKS.map(({ id }) => id).join())
    found.push('instance: not one finding for each check');
  return found;
}

/** Integrations whose row is still there with its id, in an answer that is a list. */
function idsLeft(given: Damaged): string[] {
  const rows = (given.integrations as { integrations?: unknown } | null | undefined)?.integrations;
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row: { id?: unknown } | null) =>
    Number.isSafeInteger(row?.id) && Number(row?.id) > 0 ? [`integration:${String(row?.id)}`] : [],
  );
}

/** What is not in the report any more, though nothing says that it is gone; a line each. */
function losses(given: Damaged, before: Report, after: Report): string[] {
  const shown = new Set(after.subjects.map(({ key }) => key));
  // Single repositories stay as long as there is a list that they could stand beside.
  const single =
    after.integrations > 0 && before.subjects.some(({ key }) => key === SINGLE_REPOSITORIES)
      ? [SINGLE_REPOSITORIES]
      : [];
  return [...idsLeft(given), ...single].filter((key) => !shown.has(key)).map((key) => `${key} is lost`);
}

test(`losing data never looks better: ${INPUTS} damaged inputs`, async () => {
  const property = fc.asyncProperty(
    answers,
    confirmed,
    damage,
    chosen,
    async (given, confirmations, damaging, places) => {
      const { said, apply } = damaging;
      const spoilt = apply(given);
      const [before, after] = await reports(given, spoilt, confirmations, places);
      const wrong = [...improvements(before, after), ...losses(spoilt, before, after), ...hidden(before, after)];
      if (wrong.length > 0) throw new Error(`${said}: ${wrong.join('; ')}`);
    },
  );
  const { failed, seed, numRuns, errorInstance } = await fc.check(property, {
    numRuns: INPUTS,
    ...(SEED !== undefined && { seed: Number(SEED) }),
  });
  if (failed)
    throw new Error(
      `DAMAGE_SEED=${seed}: ${errorInstance instanceof Error ? errorInstance.message : String(errorInstance)}`,
    );
  expect(numRuns).toBe(INPUTS);
});
