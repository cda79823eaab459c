import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';

import { decisionsFile, parseDecisionsFile, previewImport, withImported } from '../../decisions/decisions-file';
import type { Decisions, Entry } from '../../decisions/decisions';
import { useDecisions } from '../decide';
import { downloadText } from '../download-text';
import { useTexts } from '../page-context';
import { useStore } from '../state/use-store';
import type { NameOf } from './entry-text';
import { ImportReview } from './import-review';

interface Props {
  readonly nameOf: NameOf;
  /** Undefined where the integrations could not be read, so that nothing can be matched. */
  readonly isThere: ((subject: string) => boolean) | undefined;
}

type Said = 'unreadable' | 'newer' | 'taken' | 'nothing';

/** Decisions as a file, such as from a Jira for tests to the one that is used. */
export function DecisionsFile({ nameOf, isThere }: Props) {
  const t = useTexts();
  const store = useDecisions();
  const { decisions } = useStore(store);
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<Decisions>();
  const [said, setSaid] = useState<Said>();

  async function read(chosen: File | undefined): Promise<void> {
    if (!chosen) return;
    const parsed = parseDecisionsFile(await chosen.text());
    setFile(parsed.kind === 'read' ? parsed.decisions : undefined);
    setSaid(parsed.kind === 'read' ? undefined : parsed.kind);
  }

  function finish(chosen: readonly Entry[], what: Said | undefined): void {
    if (chosen.length > 0) store.decide((latest) => withImported(latest, chosen));
    setFile(undefined);
    setSaid(what);
    input.current?.focus();
  }

  return (
    <section>
      <h3>{t('sharing.file')}</h3>
      <p>{t('sharing.file.help')}</p>
      <div className="gic-buttons">
        <Button onClick={() => downloadText(decisionsFile(decisions), 'git-integration-checkup-decisions.json')}>
          {t('sharing.file.export')}
        </Button>
        {isThere && (
          <label className="gic-file">
            {t('sharing.file.import')}
            <input
              ref={input}
              className="gic-hidden"
              type="file"
              accept=".json"
              onChange={({ target }) => {
                void read(target.files?.[0]);
                target.value = '';
              }}
            />
          </label>
        )}
      </div>
      {!isThere && <p className="gic-subtle">{t('sharing.file.unmatched')}</p>}
      <p role="status">{said && t(`sharing.file.${said}`)}</p>
      {file && isThere && (
        <ImportReview
          preview={previewImport(decisions, file, isThere)}
          nameOf={nameOf}
          onTake={(chosen) => finish(chosen, chosen.length > 0 ? 'taken' : 'nothing')}
          onCancel={() => finish([], undefined)}
        />
      )}
    </section>
  );
}
