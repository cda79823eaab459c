import type { Entry } from '../../decisions/decisions';
import type { Texts } from '../../i18n/texts';
import { integrationKey } from '../../model/integration';
import { acceptanceText } from '../../report/formats/checklist-texts';
import type { Report } from '../../report/report';
import { checkName, subjectName } from '../../report/formats/subject-texts';
import { settingText, settingValueText } from '../settings/setting-text';

/** Says what the subject of a key is called. */
export type NameOf = (subject: string) => string;

/** @param report undefined where no integration is known */
export function namesIn(report: Report | undefined, t: Texts): NameOf {
  return (key) => {
    const subject = report?.subjects.find((one) => one.key === key);
    if (subject) return subjectName(subject, t);
    return key === 'instance' ? t('changes.all') : subjectName({ key, id: key.slice(integrationKey('').length) }, t);
  };
}

/** What an entry decides about, such as `Require User PAT` or `GitLab: payments – SSL verification`. */
export function subjectText(entry: Entry, nameOf: NameOf, t: Texts): string {
  switch (entry.kind) {
    case 'answer':
      return t(`question.${entry.setting}.name`);
    case 'acceptance':
      return t('sharing.entry.acceptance', nameOf(entry.subject), checkName(entry.check, t));
    case 'setting':
      return settingText(entry.name, t);
    case 'change':
      return nameOf(integrationKey(entry.integration));
    case 'advice':
      return t('reindex.title');
    default:
      return t('sharing.entry.later');
  }
}

/** What an entry decides. */
export function valueText(entry: Entry, t: Texts): string {
  switch (entry.kind) {
    case 'answer':
      return t(`answer.${entry.value}`);
    case 'acceptance': {
      const text = acceptanceText(entry, t);
      return entry.note === '' ? text : t('sharing.entry.noted', text, entry.note);
    }
    case 'setting':
      return settingValueText(entry, t);
    case 'change':
      return t('sharing.entry.change', { list: entry.fields.map(({ field }) => t(`field.${field}`)) });
    default:
      return t('sharing.entry.later');
  }
}

/** Who decided, and when. */
export function decidedText({ at, by }: Entry, t: Texts): string {
  return by === undefined ? t('sharing.entry.unnamed', { date: at }) : t('sharing.entry.by', by, { date: at });
}
