import { createContext, useContext, useEffect, useRef, type ReactNode } from 'react';

import type { Judged } from './state/judged';
import { usePart } from './load-part';
import { Modal } from './modal';
import { useTexts } from './page-context';
import { loadAccept, loadExport, loadFix, loadHelp, loadSettings, loadSharing } from './parts';
import { PartView } from './part-view';
import type { CheckupStore, ConnectClient } from './state/checkup';

/** What opens over the page. */
export type Dialog =
  /** The preview of a fix: of this check on these integrations. */
  | { readonly kind: 'fix'; readonly check: string; readonly keys: readonly string[] }
  /** The preview of an undo: of these changes, by their ids. */
  | { readonly kind: 'undo'; readonly changes: readonly string[] }
  /** Accepts Fails of this check on these subjects. */
  | { readonly kind: 'accept'; readonly check: string; readonly keys: readonly string[] }
  /** Asks before a recording is saved; with a text shows that, to be copied by hand. */
  | { readonly kind: 'export'; readonly text?: string }
  | { readonly kind: 'settings' | 'sharing' | 'help' };

export type OpenDialog = (dialog: Dialog) => void;

const Context = createContext<OpenDialog | undefined>(undefined);

export const DialogsProvider = Context.Provider;

/** Opens a dialog over the page. */
export function useOpenDialog(): OpenDialog {
  const open = useContext(Context);
  if (!open) throw new Error('outside of the page');
  return open;
}

/**
 * What opened a dialog may be gone when it closes, such as the button of a fix that was made: then the checklist below takes
 * the focus, or what the page has to say.
 */
export function useFocusAfter(dialog: Dialog | undefined): void {
  const before = useRef(dialog);
  useEffect(() => {
    const isClosed = before.current !== undefined && dialog === undefined;
    before.current = dialog;
    if (!isClosed || document.activeElement !== document.body) return;
    const place = document.getElementById('gic-dialog-heading') ?? document.querySelector<HTMLElement>('.gic-notices');
    place?.focus({ preventScroll: true });
  }, [dialog]);
}

/** What a dialog works with, and how it closes. */
export interface DialogProps {
  /** Undefined until the integrations gave anything. */
  readonly judged: Judged | undefined;
  readonly checkup: CheckupStore;
  readonly connect: ConnectClient;
  /** @param said what came of it, for the head of the page to say */
  readonly onClose: (said?: string) => void;
}

type Props<Kind extends Dialog['kind']> = DialogProps & { readonly dialog: Extract<Dialog, { kind: Kind }> };

interface PartProps<Content> {
  readonly load: () => Promise<{ readonly default: Content }>;
  readonly heading: string;
  readonly onClose: () => void;
  readonly children: (content: Content) => ReactNode;
}

/** A dialog that is loaded when it is first opened; its content draws the dialog itself. */
function LoadedDialog<Content extends { readonly texts: Readonly<Record<string, string>> }>({
  load,
  heading,
  onClose,
  children,
}: PartProps<Content>) {
  const { part, tryAgain } = usePart(load, true);
  if (part.state === 'loaded') return <>{children(part.content)}</>;
  return (
    <Modal heading={heading} onClose={onClose}>
      <PartView part={part} onTryAgain={tryAgain}>
        {() => null}
      </PartView>
    </Modal>
  );
}

export type FixProps = Props<'fix' | 'undo'>;
export type AcceptProps = Props<'accept'>;
export type ExportProps = Props<'export'>;

/** The dialog that is open, if any. */
export function OpenedDialog({ dialog, ...props }: DialogProps & { readonly dialog: Dialog | undefined }) {
  const t = useTexts();
  if (!dialog) return null;
  const common = { heading: t(`dialog.${dialog.kind}`), onClose: props.onClose };
  switch (dialog.kind) {
    case 'fix':
    case 'undo':
      return (
        <LoadedDialog load={loadFix} {...common}>
          {({ FixDialog }) => <FixDialog {...props} dialog={dialog} />}
        </LoadedDialog>
      );
    case 'accept':
      return (
        <LoadedDialog load={loadAccept} {...common}>
          {({ AcceptDialog }) => <AcceptDialog {...props} dialog={dialog} />}
        </LoadedDialog>
      );
    case 'export':
      return (
        <LoadedDialog load={loadExport} {...common}>
          {({ ExportDialog }) => <ExportDialog {...props} dialog={dialog} />}
        </LoadedDialog>
      );
    case 'settings':
      return (
        <LoadedDialog load={loadSettings} {...common}>
          {({ SettingsDialog }) => <SettingsDialog {...props} />}
        </LoadedDialog>
      );
    case 'sharing':
      return (
        <LoadedDialog load={loadSharing} {...common}>
          {({ SharingDialog }) => <SharingDialog {...props} />}
        </LoadedDialog>
      );
    case 'help':
      return (
        <LoadedDialog load={loadHelp} {...common}>
          {({ Help }) => (
            <Modal {...common}>
              <Help />
            </Modal>
          )}
        </LoadedDialog>
      );
  }
}
