import Textfield from '@atlaskit/textfield';
import { useId } from 'react';

import { HOST_PRODUCTS } from '../../model/host';
import { HEALTHS } from '../../report/health';
import type { SubjectReport } from '../../report/report';
import { useTexts } from '../page-context';
import type { ViewState } from '../state/view-state';

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

interface Props {
  readonly subjects: readonly SubjectReport[];
  readonly shown: number;
  readonly view: ViewState;
  readonly onChange: (change: Partial<ViewState>) => void;
}

/** Search and filters of the table. Each change starts again at the first page. */
export function Toolbar({ subjects, shown, view, onChange }: Props) {
  const t = useTexts();
  const searchId = useId();
  const healths = HEALTHS.filter(
    (health) => health === view.health || subjects.some((subject) => subject.health === health),
  );
  const products = HOST_PRODUCTS.filter(
    (product) => product === view.host || subjects.some((subject) => subject.product === product),
  );
  const hosts = products.map((product) => ({ value: product, label: t(`product.${product}`) }));
  return (
    <div className="gic-toolbar" role="search">
      <div className="gic-field gic-field-search">
        <label htmlFor={searchId}>{t('table.search')}</label>
        <Textfield
          id={searchId}
          type="search"
          isCompact
          value={view.search}
          onChange={(event) => onChange({ search: event.currentTarget.value, page: 1 })}
        />
      </div>
      <Filter
        label={t('table.filter.health')}
        value={view.health}
        choices={healths.map((health) => ({ value: health, label: t(`health.${health}`) }))}
        onChange={(health) => onChange({ health: HEALTHS.find((one) => one === health), page: 1 })}
      />
      <Filter
        label={t('table.filter.host')}
        value={view.host}
        choices={hosts.sort((one, other) => one.label.localeCompare(other.label))}
        onChange={(host) => onChange({ host: HOST_PRODUCTS.find((one) => one === host), page: 1 })}
      />
      <p className="gic-shown" role="status">
        {t.counted('table.shown', shown, subjects.length)}
      </p>
    </div>
  );
}
