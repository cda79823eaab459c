import { effectiveUserPat, type EffectiveUserPat } from '../../src/model/effective';
import { integration, reading, type Given, type IntegrationChanges } from '../support/facts';

type State = EffectiveUserPat['state'];
type Because = EffectiveUserPat['because'];

function decide(changes: IntegrationChanges, general: Given<boolean>): EffectiveUserPat {
  return effectiveUserPat(integration(changes), reading('generalRequireUserPat', general, 'admin'));
}

const app = { integrationType: 'GITHUB_APP' };

const cases: [IntegrationChanges, Given<boolean>, State, Because][] = [
  [{}, 'absent', 'required', 'integration'],
  [{}, false, 'required', 'integration'],
  [{}, true, 'required', 'general'],
  [{ requireUserPat: false }, 'absent', 'not-required', 'integration'],
  [{ requireUserPat: false }, 'unreadable', 'not-required', 'integration'],
  [{ requireUserPat: false }, false, 'not-required', 'integration'],
  [{ requireUserPat: false }, true, 'required', 'general'],
  [{ requireUserPat: false, gitViewerEnabled: false }, 'absent', 'not-required', 'integration'],
  [{ gitViewerEnabled: false }, 'absent', 'no-effect', 'repository-browser'],
  [{ gitViewerEnabled: 'absent' }, 'absent', 'unknown', 'unread'],
  [{ gitViewerEnabled: 'unreadable' }, false, 'unknown', 'unread'],
  [{ requireUserPat: 'absent' }, 'absent', 'unknown', 'unread'],
  [{ requireUserPat: 'unreadable' }, false, 'unknown', 'unread'],
  [{ requireUserPat: 'absent' }, true, 'required', 'general'],
  [{ gitViewerEnabled: false }, true, 'no-effect', 'repository-browser'],
  [{ requireUserPat: false, gitViewerEnabled: false }, true, 'no-effect', 'repository-browser'],
  [{ gitViewerEnabled: 'absent' }, true, 'unknown', 'unread'],
  [{ integrationType: 'GERRIT' }, true, 'not-applicable', 'type'],
  [{ integrationType: 'GITLAB_SERVER_LEGACY', requireUserPat: false }, 'absent', 'not-applicable', 'type'],
  [app, 'absent', 'required', 'integration'],
  [{ ...app, gitViewerEnabled: 'absent' }, 'absent', 'unknown', 'unread'],
  [{ ...app, gitViewerEnabled: false }, true, 'unknown', 'unknown-type'],
  [{ ...app, gitViewerEnabled: false }, 'absent', 'unknown', 'unknown-type'],
  [{ ...app, requireUserPat: false }, 'absent', 'unknown', 'unknown-type'],
  [{ ...app, requireUserPat: false }, true, 'required', 'general'],
  [{ integrationType: 'absent' }, 'absent', 'unknown', 'unread'],
  [{ integrationType: 'unreadable' }, true, 'unknown', 'unread'],
  [{ integrationType: 'unreadable', requireUserPat: 'absent' }, 'absent', 'unknown', 'unread'],
];

test.each(cases)('%j, general %s: %s because of %s', (changes, general, state, because) => {
  expect(decide(changes, general)).toMatchObject({ state, because });
});

test.each([
  [{ gitViewerEnabled: false }, 'absent', ['gitViewerEnabled', 'requireUserPat']],
  [{ requireUserPat: false }, true, ['generalRequireUserPat', 'requireUserPat', 'gitViewerEnabled']],
  [{ requireUserPat: false }, 'absent', ['requireUserPat', 'generalRequireUserPat']],
  [{ integrationType: 'GERRIT' }, 'absent', ['integrationType']],
] satisfies [IntegrationChanges, Given<boolean>, string[]][])(
  '%j shows what decided first',
  (changes, general, fields) => {
    expect(decide(changes, general).found.map(({ field }) => field)).toEqual(fields);
  },
);
