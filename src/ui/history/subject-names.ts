import type { Texts } from '../../i18n/texts';
import { integrationKey } from '../../model/integration';
import type { Report } from '../../report/report';
import { INSTANCE, type Snapshots } from '../../snapshots/snapshot';
import { subjectName } from '../../report/formats/subject-texts';

/** Says what the subject of a key is called, by its newest name that is known. */
export type NameOf = (key: string) => string;

export function subjectNames({ subjects }: Report, { names }: Snapshots, t: Texts): NameOf {
  const byKey = new Map(subjects.map((subject) => [subject.key, subject]));
  return (key) => {
    if (key === INSTANCE) return t('changes.all');
    const known = byKey.get(key);
    if (known) return subjectName(known, t);
    const id = key.slice(integrationKey('').length);
    const name = names[key];
    return subjectName({ key, id, ...(name !== undefined && { name }) }, t);
  };
}
