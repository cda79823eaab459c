import type { FactValue, Reading } from '../../model/reading';
import type { Texts } from '../../i18n/texts';
import { useTexts } from '../page-context';

const DATES: ReadonlySet<string> = new Set(['initDate', 'lastIndexedDate']);

/** A value as it was read; a text that GIJ holds is shown as it is, never as a text of ours. */
function valueText(field: string, value: FactValue, t: Texts): string {
  if (typeof value === 'boolean') return t(`value.${value}`);
  if (typeof value === 'number') return DATES.has(field) ? t.date(value) : t.number(value);
  if (typeof value === 'string') return value.trim() === '' ? t('value.empty') : value;
  return value.length === 0 ? t('value.none') : value.join(', ');
}

function readingText(reading: Reading<FactValue>, t: Texts): string {
  switch (reading.kind) {
    case 'known':
      return valueText(reading.field, reading.value, t);
    case 'absent':
      return t(reading.stamp.source === 'admin' ? 'value.unconfirmed' : 'value.absent');
    case 'unreadable':
      return reading.failure ? t(`failure.${reading.failure}.short`) : t('value.unreadable', reading.raw);
  }
}

function sourceText({ kind, stamp }: Reading<FactValue>, t: Texts): string {
  if (stamp.source !== 'admin') return t('checklist.evidence.read', stamp.request, { date: stamp.readAt });
  return kind === 'known'
    ? t('checklist.evidence.confirmed', { date: stamp.readAt })
    : t('checklist.evidence.not-in-rest');
}

/** The fields a finding was judged on: value, where it was read and when. */
export function Evidence({ found }: { readonly found: readonly Reading<FactValue>[] }) {
  const t = useTexts();
  return (
    <table className="gic-evidence">
      <caption>{t('checklist.evidence')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('checklist.evidence.field')}</th>
          <th scope="col">{t('checklist.evidence.value')}</th>
          <th scope="col">{t('checklist.evidence.source')}</th>
        </tr>
      </thead>
      <tbody>
        {found.map((reading) => (
          <tr key={reading.field}>
            <th scope="row">{t(`field.${reading.field}`)}</th>
            <td className="gic-break">
              <bdi>{readingText(reading, t)}</bdi>
            </td>
            <td className="gic-break">{sourceText(reading, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
