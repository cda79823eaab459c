import type { Texts } from '../../i18n/texts';
import { SINGLE_REPOSITORIES } from '../../model/integration';
import type { Count, SubjectReport } from '../report';

type Named = Pick<SubjectReport, 'key' | 'id' | 'name'>;

/** What a row is called. */
export function subjectName({ key, id, name }: Named, t: Texts): string {
  if (key === SINGLE_REPOSITORIES) return t('table.single-repositories');
  return name ?? t('table.unnamed', id ?? '');
}

export function checkName(id: string, t: Texts): string {
  return t(`check.${id}.name`);
}

/** Product and host name, such as `GitLab (gitlab.acme.example)`. */
export function hostText({ product, hostName }: Pick<SubjectReport, 'product' | 'hostName'>, t: Texts): string {
  const label = t(`product.${product}`);
  return hostName === undefined ? label : `${label} (${hostName})`;
}

export function countText(count: Count | undefined, t: Texts): string {
  if (count === undefined) return t('value.unknown');
  return count.atLeast ? t('checkup.at-least', count.value) : t.number(count.value);
}

/** When it was last indexed, relative to `now` in milliseconds since the epoch. */
export function lastIndexedText({ lastIndexed }: Pick<SubjectReport, 'lastIndexed'>, now: number, t: Texts): string {
  switch (lastIndexed.kind) {
    case 'known':
      return t.relative(Math.min(lastIndexed.value, now), now);
    case 'absent':
      return t('indexed.never');
    case 'unreadable':
      return t('value.unknown');
  }
}
