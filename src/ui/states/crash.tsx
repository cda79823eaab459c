import Button from '@atlaskit/button/new';
import { Component, useRef, useState, type ReactNode } from 'react';

import { eraseStored } from '../../evidence/erase';
import { copyText } from '../copy-text';
import { MessageBox } from '../message-box';
import { usePage, useTexts } from '../page-context';

/**
 * What helps to find the fault, and nothing of Jira's: the kind of the error, and from the stack only the names
 * of our own functions and places in our own script. The message of an error may hold data, so it stays out.
 */
export function crashReport(error: unknown, version: string, userAgent: string): string {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  const places = frames
    .map((frame) => /^\s*(?:at )?([\w$.<>]*)@? ?\(?.*?([\w.-]+\.js)[^/]*?(:\d+:\d+)\)?$/.exec(frame))
    .filter((match) => match !== null)
    .map(([, name, file, place]) => `${name === '' ? '?' : name} ${file}${place}`);
  return [
    `Git Integration Checkup ${version}`,
    userAgent,
    error instanceof Error ? error.name : typeof error,
    ...places,
  ].join('\n');
}

/** Erases what this browser keeps, after a second thought: it may be what the page fails on. */
function EraseStored() {
  const t = useTexts();
  const [state, setState] = useState<'asking' | 'failed'>();
  const erase = () => void eraseStored().then((isErased) => (isErased ? window.location.reload() : setState('failed')));
  if (state === undefined) return <Button onClick={() => setState('asking')}>{t('crash.erase')}</Button>;
  return (
    <>
      <Button appearance="danger" onClick={erase}>
        {t('crash.erase.confirm')}
      </Button>
      <p role="status">{t(state === 'failed' ? 'crash.erase.failed' : 'crash.erase.asking')}</p>
    </>
  );
}

interface CrashProps {
  readonly error: unknown;
  readonly isPart: boolean;
  readonly onTryAgain: () => void;
}

function CrashMessage({ error, isPart, onTryAgain }: CrashProps) {
  const { texts: t, version } = usePage();
  const pre = useRef<HTMLPreElement>(null);
  const [copied, setCopied] = useState<'copied' | 'selected'>();
  const report = crashReport(error, version, navigator.userAgent);
  return (
    <MessageBox
      appearance="error"
      title={t(isPart ? 'crash.part.title' : 'crash.title')}
      headingLevel={isPart ? 'h3' : 'h2'}
    >
      <p>{t(isPart ? 'crash.part.body' : 'crash.body')}</p>
      <pre ref={pre} className="gic-report">
        {report}
      </pre>
      <div className="gic-buttons">
        {isPart && <Button onClick={onTryAgain}>{t('failure.try-again')}</Button>}
        <Button onClick={() => void copyText(report, pre.current).then(setCopied)}>
          {t(`crash.${copied ?? 'copy'}`)}
        </Button>
        <Button onClick={() => window.location.reload()}>{t('crash.reload')}</Button>
        <EraseStored />
      </div>
    </MessageBox>
  );
}

/** In the place of a cell or a row: the rest of the table has its own to say. */
function CrashWord() {
  const t = useTexts();
  return <span className="gic-reason">{t('crash.row')}</span>;
}

interface Props {
  readonly children: ReactNode;
  /** What is lost: the whole page, a tab or form of it, or a row of a table. */
  readonly size?: 'page' | 'part' | 'row';
  /** Another value is another chance, such as data that was read anew. */
  readonly of?: unknown;
  /** What to do before a part is shown once more. */
  readonly onTryAgain?: () => void;
}

interface CrashState {
  readonly crashed: boolean;
  readonly error: unknown;
}

const WELL: CrashState = { crashed: false, error: undefined };

/** Keeps a fault of the panel to the part that has it, and shows a report there instead of a blank page. */
export class CrashBoundary extends Component<Props, CrashState> {
  override state = WELL;

  static getDerivedStateFromError(error: unknown): CrashState {
    return { crashed: true, error };
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.crashed && before.of !== this.props.of) this.setState(WELL);
  }

  override render(): ReactNode {
    const { children, size = 'page' } = this.props;
    if (!this.state.crashed) return children;
    if (size === 'row') return <CrashWord />;
    return <CrashMessage error={this.state.error} isPart={size === 'part'} onTryAgain={this.tryAgain} />;
  }

  private readonly tryAgain = (): void => {
    this.props.onTryAgain?.();
    this.setState(WELL);
  };
}
