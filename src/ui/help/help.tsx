import type { ReactNode } from 'react';

import { HEALTHS } from '../../report/health';
import { HealthBadge } from '../integrations/health-badge';
import { usePage } from '../page-context';

const VERDICTS = ['pass', 'fail', 'accepted', 'to-confirm', 'not-applicable', 'unknown', 'error'] as const;
const SEVERITIES = ['high', 'medium', 'low', 'advisory'] as const;
/** What the tab of the reindex interval may say of it. */
const INTERVALS = [
  'too-short',
  'tight',
  'good',
  'fits-so-far',
  'longer-than-needed',
  'not-proven',
  'off',
  'current-unknown',
] as const;

/** What is read from Jira, all of it by GET. */
const REQUESTS = {
  integrations: '/rest/gitplugin/1.0/integration',
  integration: '/rest/gitplugin/1.0/integration/{id}',
  repositories: '/rest/gitplugin/1.0/repository',
  'server-info': '/rest/api/2/serverInfo',
  myself: '/rest/api/2/myself',
  schedule: '/secure/admin/SchedulerAdmin.jspa',
  'issue-types': '/rest/api/2/issuetype',
  'shared-keys': '/rest/api/2/issuetype/{id}/properties',
  shared: '/rest/api/2/issuetype/{id}/properties/git-integration-checkup.decisions',
  'gij-version': '/rest/plugins/1.0/com.xiplink.jira.git.jira_git_plugin-key',
} as const;

interface WordsProps {
  readonly title: string;
  readonly words: readonly (readonly [key: string, name: ReactNode, meaning: string])[];
}

function Words({ title, words }: WordsProps) {
  return (
    <section>
      <h3>{title}</h3>
      <dl className="gic-words">
        {words.map(([key, name, meaning]) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What the words of the page mean, what it reads, sends and keeps, and its version. */
export function Help() {
  const { texts: t, version } = usePage();
  const word = (key: string) => [key, t(`${key}.name`), t(key)] as const;
  return (
    <div className="gic-help">
      <Words
        title={t('help.healths')}
        words={HEALTHS.map((health) => [
          health,
          <HealthBadge key={health} health={health} />,
          t(`help.health.${health}`),
        ])}
      />
      <Words title={t('help.verdicts')} words={VERDICTS.map((verdict) => word(`help.verdict.${verdict}`))} />
      <Words title={t('help.severities')} words={SEVERITIES.map((severity) => word(`help.severity.${severity}`))} />
      <Words title={t('help.intervals')} words={INTERVALS.map((verdict) => word(`help.interval.${verdict}`))} />
      <section>
        <h3>{t('help.reads')}</h3>
        <ul>
          {Object.entries(REQUESTS).map(([what, path]) => (
            <li key={what}>
              {t(`help.reads.${what}`)}: <code className="gic-break">{`GET ${path}`}</code>
            </li>
          ))}
        </ul>
        <p>{t('help.sends')}</p>
      </section>
      <section>
        <h3>{t('help.keeps')}</h3>
        <p>{t('help.keeps.what')}</p>
      </section>
      <p className="gic-subtle">{t('help.version', version)}</p>
    </div>
  );
}
