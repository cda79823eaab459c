import { createContext, useContext, useMemo, type ReactNode } from 'react';

import { useTexts } from '../../page-context';
import { formatHash, useViewState } from '../../state/view-state';

/** An integration as the report has it. */
export interface NamedSubject {
  readonly key: string;
  readonly name?: string;
}

/** Keys of the integrations by their names. */
const Keys = createContext<ReadonlyMap<string, string>>(new Map());

/** Lets the names of integrations below lead to their checklists, where only one integration has that name. */
export function IntegrationLinks({
  subjects,
  children,
}: {
  readonly subjects: readonly NamedSubject[];
  readonly children: ReactNode;
}) {
  const keys = useMemo(() => {
    const names = subjects.map(({ name }) => name);
    const isOnly = (name: string) => names.indexOf(name) === names.lastIndexOf(name);
    return new Map(
      subjects.flatMap(({ key, name }) => (name !== undefined && isOnly(name) ? [[name, key] as const] : [])),
    );
  }, [subjects]);
  return <Keys.Provider value={keys}>{children}</Keys.Provider>;
}

/** The name of a repository, an integration or a node as GIJ has it. */
export function Name({ name }: { readonly name: string | undefined }) {
  const t = useTexts();
  return name === undefined || name.trim() === '' ? (
    t('reindex.breakdown.unnamed')
  ) : (
    <bdi className="gic-break">{name}</bdi>
  );
}

/** The name of an integration, which opens its checklist where it is one of those that were read. */
export function IntegrationName({ name }: { readonly name: string | undefined }) {
  const [view, change] = useViewState();
  const open = useContext(Keys).get(name ?? '');
  if (open === undefined) return <Name name={name} />;
  const target = { tab: 'integrations', open } as const;
  return (
    <a
      href={`#${formatHash({ ...view, ...target })}`}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        change(target);
      }}
    >
      <Name name={name} />
    </a>
  );
}
