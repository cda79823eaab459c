import { JAR, PLUGIN_KEY, VERSION } from '../../build/plugin';
import { readJar } from '../support/jar';
import { readPlugin } from '../support/jira-host/plugin';
import { JIRA_PACKAGES, startBundle } from '../support/jira-host/running-plugin';

jest.setTimeout(120_000);

describe('the jar as an OSGi bundle, in Apache Felix', () => {
  const { className } = readPlugin(readJar(JAR)).action;
  const started = { active: 'true', name: PLUGIN_KEY, version: VERSION, 'plugin key': PLUGIN_KEY, spring: 'true' };

  test('starts, and the page’s action is Jira’s, for GET alone, in both methods that Jira may ask', () => {
    expect(startBundle(JAR, JIRA_PACKAGES, className)).toEqual({
      ...started,
      extends: 'com.atlassian.jira.web.action.JiraWebActionSupport',
      class: '[GET]',
      doDefault: 'public [GET] success',
      doExecute: 'protected [GET] success',
    });
  });

  test('starts even where Jira moved the packages that the action needs', () => {
    expect(startBundle(JAR, [], className)).toEqual(started);
  });
});
