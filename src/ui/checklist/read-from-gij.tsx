import type { FactValue, Reading } from '../../model/reading';
import { readingText, readTogether } from '../../report/formats/checklist-texts';
import { useTexts } from '../page-context';

/** The fields a finding was judged on: GIJ's own labels and values, and one line for where and when they were read. */
export function ReadFromGij({ found }: { readonly found: readonly Reading<FactValue>[] }) {
  const t = useTexts();
  if (found.length === 0) return null;
  return (
    <details className="gic-evidence">
      <summary>
        {t('checklist.evidence')} <span className="gic-count">{t.number(found.length)}</span>
      </summary>
      {readTogether(found, t).map(({ source, readings }) => (
        <div key={source}>
          <ul>
            {readings.map((reading) => (
              <li key={reading.field} className="gic-break">
                {t(`field.${reading.field}`)}: <bdi>{readingText(reading, t)}</bdi>
              </li>
            ))}
          </ul>
          <p className="gic-subtle gic-break">{source}</p>
        </div>
      ))}
    </details>
  );
}
