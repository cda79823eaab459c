import { screen } from '@testing-library/react';

import { checkReports } from '../../../src/report/check-reports';
import { reportOf } from '../../../src/report/report';
import { CheckBody } from '../../../src/ui/checks/check-body';
import { CheckupProvider } from '../../../src/ui/checkup-context';
import { DialogsProvider } from '../../../src/ui/dialogs';
import { DecideProvider } from '../../../src/ui/decide';
import { createCheckup } from '../../../src/ui/state/checkup';
import { createDecisions } from '../../../src/ui/state/decisions';
import { speakerOf } from '../../../src/ui/checks/speaker';
import { NO_DECISIONS } from '../../../src/decisions/decisions';
import { testClient } from '../../support/client';
import { gathered, integration, NOW, runOptions } from '../../support/facts';
import { renderWithTexts } from '../../support/render-with-texts';

// By text and element: names by role take seconds of hundreds of rows.
test('of hundreds of integrations it draws a hundred, and more on request', async () => {
  const integrations = Array.from({ length: 250 }, (_, index) =>
    integration({ id: String(index + 1), disableSslVerification: true }),
  );
  const report = reportOf(gathered({ integrations }), { ...runOptions(), decisions: NO_DECISIONS });
  const check = checkReports(report.subjects.flatMap(({ findings }) => findings)).find(
    ({ check: id }) => id === 'ssl-verification',
  )!;
  const onChange = jest.fn();
  const decisions = createDecisions({ base: '', now: () => NOW, about: () => ({}) });
  const { user, container } = renderWithTexts(
    <CheckupProvider value={{ checkup: createCheckup(testClient), connect: testClient }}>
      <DecideProvider value={decisions}>
        <DialogsProvider value={jest.fn()}>
          <CheckBody
            check={check}
            speaker={speakerOf(check)!}
            questions={report.questions}
            subjects={new Map(report.subjects.map((subject) => [subject.key, subject]))}
            onChange={onChange}
          />
        </DialogsProvider>
      </DecideProvider>
    </CheckupProvider>,
  );
  const rows = () => [...container.querySelectorAll('tbody th')];
  expect(rows()).toHaveLength(100);
  await user.click(screen.getByText('Show 100 more'));
  expect(rows()).toHaveLength(200);
  await user.click(screen.getByText('Show 50 more'));
  expect(rows()).toHaveLength(250);
  expect(screen.queryByText(/^Show/)).not.toBeInTheDocument();
  await user.click(rows()[249]!.querySelector('button')!);
  expect(onChange).toHaveBeenCalledWith({ open: check.findings[249]!.subject });
});
