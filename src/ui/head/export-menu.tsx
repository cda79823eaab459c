import { useOpenDialog } from '../dialogs';
import type { ToExport } from '../export/choices';
import { usePage } from '../page-context';
import { PartView } from '../part-view';
import type { LoadedExport } from '../use-export';
import { Menu } from './menu';

interface Props extends Pick<ToExport, 'judged' | 'view' | 'say'> {
  readonly exporting: LoadedExport;
}

/** Everything that takes what the page shows out of it. */
export function ExportMenu({ exporting: { part, tryAgain, want }, ...shown }: Props) {
  const page = usePage();
  const open = useOpenDialog();
  const name = page.texts('dialog.export');
  const content = part.state === 'loaded' ? part.content : undefined;
  return (
    <Menu
      label={
        <>
          {name} <span aria-hidden="true">▾</span>
        </>
      }
      name={name}
      appearance="default"
      choices={content?.exportChoices({ ...shown, page, open }) ?? []}
      onOpen={want}
    >
      {content ? (
        content.whyNothing(shown.judged, page.texts)
      ) : (
        <PartView part={part} onTryAgain={tryAgain} children={() => null} />
      )}
    </Menu>
  );
}
