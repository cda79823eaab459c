import { NEWS_KINDS, type News } from '../../snapshots/snapshot';
import { checkName } from '../../report/formats/subject-texts';
import { useTexts } from '../page-context';
import type { NameOf } from './subject-names';

/** Names of one kind that are told; the rest is counted. */
const IN_WORDS = 10;

interface Props {
  readonly news: readonly News[];
  /** How many more there were, of which nobody knows any more. */
  readonly more: number;
  readonly nameOf: NameOf;
}

/** What checks found new, a line for each kind: `2 fixed: GitLab: payments – SSL verification, ...` */
export function NewsLines({ news, more, nameOf }: Props) {
  const t = useTexts();
  const textOf = ({ subject, check }: News) =>
    check === undefined ? nameOf(subject) : t('history.of', nameOf(subject), checkName(check, t));
  const lines = NEWS_KINDS.map((kind) => ({ kind, found: news.filter((one) => one.kind === kind) }));
  return (
    <ul>
      {lines
        .filter(({ found }) => found.length > 0)
        .map(({ kind, found }) => {
          const told = found.slice(0, IN_WORDS).map(textOf);
          const rest = found.length - told.length;
          const names = rest > 0 ? [...told, t.counted('history.news.more', rest)] : told;
          return (
            <li key={kind} className="gic-break">
              {t.counted(`history.news.${kind}`, found.length, { list: names })}
            </li>
          );
        })}
      {more > 0 && <li>{t.counted('history.news.unkept', more)}</li>}
    </ul>
  );
}
