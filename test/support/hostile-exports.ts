import { acceptanceOf } from '../../src/decisions/accept';
import { NO_DECISIONS, withEntries } from '../../src/decisions/decisions';
import type { Exported } from '../../src/report/formats/exported';
import { exportedOf } from './exported';
import { gathered, integration, NOW } from './facts';
import { HOSTILE_TEXTS } from './hostile-texts';

/** Beside those that stop a page: what XML, Prometheus, Nagios and terminals take for more than words. */
const NAMES: readonly string[] = [
  ...Object.values(HOSTILE_TEXTS).map((make) => make(300)),
  '"} 1\n# HELP forged x\nforged_metric 1',
  'a\\',
  '\\"\\n',
  ']]></failure><!-- & -->',
  '&#0;&amp;\u0000\u0008\u001b[2J\ufffe\uffff\ud800',
  '\r\nOK: all is well | at_risk=0',
  "quote ' pipe | percent % {0}",
  '\u202eright to left\u2066',
];

function makeExport(): Exported {
  const integrations = NAMES.map((name, place) =>
    integration({
      id: String(place + 1),
      displayName: name,
      origin: `https://git.acme.example/${name}`,
      integrationType: 'GITHUB',
      disableSslVerification: true,
      requireUserPat: false,
    }),
  );
  const given = gathered({ integrations, repositories: {}, gijVersion: '5.1.1"\n' });
  const entries = exportedOf(given).subjects.flatMap(({ findings }, place) =>
    findings
      .filter(({ verdict, severity }) => verdict === 'fail' && severity !== 'high')
      .map((one) =>
        acceptanceOf(one, { reason: 'planned', note: NAMES[place] ?? '', at: NOW, by: NAMES[place] ?? '' }),
      ),
  );
  return exportedOf(given, withEntries(NO_DECISIONS, entries));
}

let made: Exported | undefined;

/** One report with integrations that are called like that, each at risk, with an acceptance whose note is like that, too. */
export function hostileExport(): Exported {
  return (made ??= makeExport());
}
