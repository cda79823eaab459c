import type { AcceptanceEntry, AnswerEntry, ChangeEntry, Decided, SettingEntry } from '../../decisions/decisions';
import { checkName } from '../../report/formats/subject-texts';
import { useTexts } from '../page-context';
import { settingText, settingValueText } from '../settings/setting-text';
import { ChangesItem } from './changes-item';
import type { HistoryItem } from './history-items';
import { NewsLines } from './news-lines';
import type { NameOf } from './subject-names';
import type { UndoState } from './undo-state';

interface Names {
  readonly nameOf: NameOf;
}

interface Props extends Names {
  readonly item: HistoryItem;
  readonly undoStateOf: (change: ChangeEntry) => UndoState;
}

function Answered({ answer: { setting, value } }: { readonly answer: AnswerEntry }) {
  const t = useTexts();
  const name = t(`question.${setting}.name`);
  return <p className="gic-event-title">{t('history.answered', name, t(`answer.${value}`))}</p>;
}

function Accepted({ acceptance, nameOf }: Names & { readonly acceptance: AcceptanceEntry }) {
  const t = useTexts();
  const { subject, check, reason, note, until } = acceptance;
  return (
    <>
      <p className="gic-event-title gic-break">{t('history.accepted', nameOf(subject), checkName(check, t))}</p>
      <p>{t('history.accepted.until', t(`acceptance.${reason}`), { date: until })}</p>
      {note !== '' && <p className="gic-note-text gic-break">{note}</p>}
    </>
  );
}

function Set({ setting }: { readonly setting: SettingEntry }) {
  const t = useTexts();
  const text = t('history.set', settingText(setting.name, t), settingValueText(setting, t));
  return <p className="gic-event-title gic-break">{text}</p>;
}

function Content({ item, ...props }: Props) {
  switch (item.kind) {
    case 'checks':
      return <NewsLines news={item.snapshot.news} more={item.snapshot.more} nameOf={props.nameOf} />;
    case 'changes':
      return <ChangesItem changes={item.changes} {...props} />;
    case 'answers':
      return <Answered answer={item.answer} />;
    case 'acceptances':
      return <Accepted acceptance={item.acceptance} nameOf={props.nameOf} />;
    case 'settings':
      return <Set setting={item.setting} />;
  }
}

/** Who did it; undefined of a check. */
function decidedOf(item: HistoryItem): Pick<Decided, 'by'> | undefined {
  switch (item.kind) {
    case 'checks':
      return undefined;
    case 'changes':
      return item.changes[0];
    case 'answers':
      return item.answer;
    case 'acceptances':
      return item.acceptance;
    case 'settings':
      return item.setting;
  }
}

/** One thing that happened: what, who and when. */
export function HistoryEvent(props: Props) {
  const t = useTexts();
  const { at } = props.item;
  const decided = decidedOf(props.item);
  const date = { date: at };
  const who = decided ? decided.by : t('history.checked');
  return (
    <li className="gic-event">
      <Content {...props} />
      <p className="gic-subtle" title={t.moment(at)}>
        {who === undefined ? t('history.by.unknown', date) : t('history.by', who, date)}
      </p>
    </li>
  );
}
