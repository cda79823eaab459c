import { HEALTHS, type Health } from '../../report/health';
import type { Report } from '../../report/report';
import { useTexts } from '../page-context';
import type { ViewState } from '../state/view-state';

interface Props {
  /** Undefined until they are known: their place is kept. */
  readonly healths: Report['healths'] | undefined;
  readonly view: ViewState;
  readonly onChange: (change: Partial<ViewState>) => void;
}

/** How many rows have each health, worst first; each is the filter for it. */
export function HealthChips({ healths, view, onChange }: Props) {
  const t = useTexts();
  const pressed = view.tab === 'integrations' ? view.health : undefined;
  // What is open on the tab of the checks was not meant as a filter.
  const check = view.tab === 'integrations' ? view.check : undefined;
  const press = (health: Health) =>
    onChange({ tab: 'integrations', health: health === pressed ? undefined : health, check, page: 1 });
  return (
    <div className="gic-chips" role="group" aria-label={t('checkup.chips')}>
      {HEALTHS.filter((health) => healths && (healths[health] > 0 || health === pressed)).map((health) => (
        <button
          key={health}
          type="button"
          className={`gic-chip gic-chip-${health}`}
          aria-pressed={health === pressed}
          onClick={() => press(health)}
        >
          <strong>{t.number(healths?.[health] ?? 0)}</strong> {t(`health.${health}`)}
        </button>
      ))}
    </div>
  );
}
