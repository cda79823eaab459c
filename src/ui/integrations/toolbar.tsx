import Textfield from '@atlaskit/textfield';
import { useId, type ReactNode } from 'react';

import { HOST_PRODUCTS } from '../../model/host';
import type { CheckReport } from '../../report/check-reports';
import type { Report } from '../../report/report';
import { useTexts } from '../page-context';
import type { ViewState } from '../state/view-state';
import { checkName } from '../../report/formats/subject-texts';

/** Id of the search field, which takes the focus when everything is cleared. */
export const SEARCH_ID = 'gic-search';

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface FilterProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string | undefined) => void;
}

function Filter({ label, value, choices, onChange }: FilterProps) {
  const t = useTexts();
  const id = useId();
  return (
    <div className="gic-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="gic-select"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">{t('table.filter.all')}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Checks of integrations, those that fail somewhere first. */
function filterable(checks: readonly CheckReport[]): readonly CheckReport[] {
  const ofIntegrations = checks.filter(({ scope }) => scope === 'integration');
  return [...ofIntegrations.filter(({ fails }) => fails > 0), ...ofIntegrations.filter(({ fails }) => fails === 0)];
}

interface Props {
  readonly report: Pick<Report, 'subjects' | 'checks'>;
  readonly view: ViewState;
  readonly onChange: (change: Partial<ViewState>) => void;
  /** How many rows there are. */
  readonly children: ReactNode;
}

/** Search and filters of the table. Each change starts again at the first page. */
export function Toolbar({ report: { subjects, checks }, view, onChange, children }: Props) {
  const t = useTexts();
  const products = HOST_PRODUCTS.filter(
    (product) => product === view.host || subjects.some((subject) => subject.product === product),
  );
  const hosts = products.map((product) => ({ value: product, label: t(`product.${product}`) }));
  const choices = filterable(checks).map(({ check, fails }) => {
    const name = checkName(check, t);
    return { value: check, label: fails > 0 ? t('table.filter.check.fails', name, fails) : name };
  });
  return (
    <div className="gic-toolbar" role="search">
      <div className="gic-field gic-field-search">
        <label htmlFor={SEARCH_ID}>{t('table.search')}</label>
        <Textfield
          id={SEARCH_ID}
          type="search"
          isCompact
          value={view.search}
          onChange={(event) => onChange({ search: event.currentTarget.value, page: 1 })}
        />
      </div>
      <Filter
        label={t('table.filter.check')}
        value={view.check}
        choices={choices}
        onChange={(check) => onChange({ check, page: 1 })}
      />
      <Filter
        label={t('table.filter.host')}
        value={view.host}
        choices={hosts.sort((one, other) => one.label.localeCompare(other.label, t.locale))}
        onChange={(host) => onChange({ host: HOST_PRODUCTS.find((one) => one === host), page: 1 })}
      />
      {children}
    </div>
  );
}
