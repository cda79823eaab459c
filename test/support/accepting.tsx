import type { ReactElement } from 'react';

import { acceptanceOf } from '../../src/decisions/accept';
import type { AcceptanceEntry, Decisions } from '../../src/decisions/decisions';
import { buildReport } from '../../src/report/build-report';
import type { Report } from '../../src/report/report';
import { CheckupProvider } from '../../src/ui/checkup-context';
import { DecideProvider } from '../../src/ui/decide';
import { DialogsProvider, type OpenDialog } from '../../src/ui/dialogs';
import { createCheckup } from '../../src/ui/state/checkup';
import type { DecisionsStore } from '../../src/ui/state/decisions';
import { useStore } from '../../src/ui/state/use-store';
import { testClient } from './client';
import { gathered, NOW, type GatheredChanges } from './facts';
import { renderWithTexts } from './render-with-texts';

export function reportBy(changes: GatheredChanges, decisions: Decisions): Report {
  return buildReport(gathered(changes), { decisions, now: NOW });
}

/** Ada accepts what a check says of each of these subjects. */
export function acceptedOf(report: Report, check: string, ...subjects: readonly string[]): AcceptanceEntry[] {
  return [...report.subjects.flatMap(({ findings }) => findings), ...report.instance]
    .filter((finding) => finding.check === check && subjects.includes(finding.subject))
    .map((finding) => acceptanceOf(finding, { reason: 'planned', note: 'In May', at: NOW, by: 'Ada' }));
}

interface Parts {
  readonly changes: GatheredChanges;
  readonly decisions: DecisionsStore;
  readonly draw: (report: Report) => ReactElement;
}

function Judged({ changes, decisions, draw }: Parts) {
  return draw(reportBy(changes, useStore(decisions).decisions));
}

/** Renders a part of the page by what is decided at each moment. */
export function renderJudged(parts: Parts) {
  const onOpen = jest.fn<void, Parameters<OpenDialog>>();
  const rendered = renderWithTexts(
    <CheckupProvider value={{ checkup: createCheckup(testClient), connect: testClient }}>
      <DecideProvider value={parts.decisions}>
        <DialogsProvider value={onOpen}>
          <Judged {...parts} />
        </DialogsProvider>
      </DecideProvider>
    </CheckupProvider>,
  );
  return { ...rendered, onOpen };
}
