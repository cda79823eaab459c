import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { Component, useRef, useState, type ReactNode } from 'react';

import { copyText } from '../copy-text';
import { usePage } from '../page-context';

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
  return [`Git Integration Checkup ${version}`, userAgent, error instanceof Error ? error.name : typeof error, ...places].join('\n');
}

function CrashPage({ error }: { readonly error: unknown }) {
  const { texts: t, version } = usePage();
  const pre = useRef<HTMLPreElement>(null);
  const [copied, setCopied] = useState<'copied' | 'selected'>();
  const report = crashReport(error, version, navigator.userAgent);
  return (
    <SectionMessage appearance="error" title={t('crash.title')}>
      <p>{t('crash.body')}</p>
      <pre ref={pre} className="gic-report">{report}</pre>
      <div className="gic-buttons">
        <Button onClick={() => void copyText(report, pre.current).then(setCopied)}>{t(`crash.${copied ?? 'copy'}`)}</Button>
        <Button onClick={() => window.location.reload()}>{t('crash.reload')}</Button>
      </div>
    </SectionMessage>
  );
}

interface CrashState {
  readonly crashed: boolean;
  readonly error: unknown;
}

/** Shows a report instead of a blank page where the panel itself fails. */
export class CrashBoundary extends Component<{ readonly children: ReactNode }, CrashState> {
  override state: CrashState = { crashed: false, error: undefined };

  static getDerivedStateFromError(error: unknown): CrashState {
    return { crashed: true, error };
  }

  override render(): ReactNode {
    return this.state.crashed ? <CrashPage error={this.state.error} /> : this.props.children;
  }
}
