import { PrintHead } from '../../../src/ui/head/print-head';
import { read } from '../../../src/model/gathered';
import { stampOf } from '../../support/facts';
import { renderWithTexts } from '../../support/render-with-texts';

test('on paper it is said which Jira this is: as its admins call it, else by its host', () => {
  const info = { version: '10.3.2', stamp: stampOf('server-info') };
  const { container, rerender } = renderWithTexts(<PrintHead serverInfo={read({ ...info, title: 'Jira of Acme' })} />);
  expect(container).toHaveTextContent('Jira of Acme');
  for (const serverInfo of [read(info), undefined]) {
    rerender(<PrintHead serverInfo={serverInfo} />);
    expect(container).toHaveTextContent('localhost');
  }
});
