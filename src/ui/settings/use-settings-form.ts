import { useState } from 'react';

import { useDecisions } from '../decide';
import { useStore } from '../state/use-store';
import { isRecommended, problemsIn, recommendedDraft, shownText, unsavedOf, withSettings, type Draft } from './draft';
import { recommendedOf, textOf, typedValue } from './setting-values';
import type { SettingProblem } from '../../decisions/settings';

/** The fields of all settings. */
export interface SettingsForm {
  readonly textOf: (name: string) => string;
  readonly isRecommended: (name: string) => boolean;
  /** Why it cannot be saved; undefined as long as nobody tried. */
  readonly problemOf: (name: string) => SettingProblem | undefined;
  readonly type: (name: string, text: string) => void;
  readonly reset: (name: string) => void;
  readonly resetAll: () => void;
  readonly isChanged: boolean;
  /** Saves all fields, or shows what is wrong and answers the first of these fields. */
  readonly save: () => string | undefined;
}

export function useSettingsForm(): SettingsForm {
  const store = useDecisions();
  const { decisions } = useStore(store);
  const [draft, setDraft] = useState<Draft>({});
  const [isTried, setTried] = useState(false);

  const type = (name: string, text: string) => setDraft((before) => ({ ...before, [name]: text }));

  function save(): string | undefined {
    const [first] = problemsIn(draft);
    setTried(true);
    if (first === undefined) store.decide((latest, about) => withSettings(latest, draft, about));
    return first;
  }

  return {
    textOf: (name) => shownText(name, draft, decisions),
    isRecommended: (name) => isRecommended(name, draft, decisions),
    problemOf(name) {
      const typed = typedValue(name, shownText(name, draft, decisions));
      return isTried && 'problem' in typed ? typed.problem : undefined;
    },
    type,
    reset: (name) => type(name, textOf(name, recommendedOf(name))),
    resetAll: () => setDraft(recommendedDraft()),
    isChanged: unsavedOf(draft, decisions).length > 0,
    save,
  };
}
