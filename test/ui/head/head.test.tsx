import { screen } from '@testing-library/react';

import type { FailureKind, SourceId } from '../../../src/model/reading';
import { Head } from '../../../src/ui/head/head';
import { gathered } from '../../support/facts';
import { renderWithTexts } from '../../support/render-with-texts';

test.each<[string, Partial<Record<SourceId, FailureKind>>, string]>([
  ['all of it', {}, 'Jira 10.3.2 · signed in as Ada Admin'],
  ['the user, where the version could not be read', { 'server-info': 'timeout' }, 'signed in as Ada Admin'],
  ['the version, where the user could not be read', { myself: 'forbidden' }, 'Jira 10.3.2'],
])('says %s', (_what, failed, said) => {
  const { 'server-info': serverInfo, myself } = gathered({ failed });
  renderWithTexts(
    <Head
      summary="All well"
      checkedAt={undefined}
      reading={false}
      serverInfo={serverInfo}
      myself={myself}
      onCheckAgain={() => undefined}
    />,
  );
  expect(screen.getByText(said)).toBeVisible();
});
