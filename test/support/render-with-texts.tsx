import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';

import { addTexts, textsIn } from './texts';
import { PageContextProvider } from '../../src/ui/page-context';

/** Renders a part of the page as it stands in the panel, with its texts. */
export function renderWithTexts(part: ReactElement, locale = 'en', texts = textsIn(locale)) {
  const host = {
    contextPath: '',
    signedIn: true,
    jira: '',
    locale,
    manageIntegrations: undefined,
    generalSettings: undefined,
    indexingQueue: undefined,
  };
  const page = { texts, addTexts, host, version: '1.0.0', now: Date.now };
  const wrapped = (element: ReactElement) => <PageContextProvider value={page}>{element}</PageContextProvider>;
  const { rerender, container } = render(wrapped(part));
  return { user: userEvent.setup(), container, rerender: (element: ReactElement) => rerender(wrapped(element)) };
}
