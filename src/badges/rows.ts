import type { KeptSubject } from '../last-check/kept-check';

/** Where GIJ's page names an integration. */
export interface NamedIntegration {
  readonly cell: HTMLTableCellElement;
  readonly subject: KeptSubject;
}

/** Columns that hold the name of an integration: in GIJ's list of 5.x, and in that of 4.x. */
const NAMES: readonly string[] = ['integration', 'repository/integration'];

/** The columns of both lists; a list has at least two of them, in any order. */
const COLUMNS: readonly string[] = [...NAMES, 'repository', 'enabled', 'location', 'last indexed', 'status', 'actions'];

/** Attributes whose value is the id of an integration; tracked folder is what GIJ's REST API calls one. */
export const ID_ATTRIBUTES = [
  'data-integration-id',
  'data-integrationid',
  'data-tracked-folder-id',
  'data-trackedfolderid',
] as const;

/** The same in an `id`, and in the query of a link. */
const IN_ID = /^(?:integration|tracked-?folder)[-_](\d+)$/i;
const IN_LINK = /[?&](?:integrationId|trackedFolderId)=(\d+)(?=[&#]|$)/i;

/** What a row of a repository has, too: that it names its integration does not make it one. */
const OF_REPOSITORY = '[data-repository-id], [data-repo-id], a[href*="repositoryId="], a[href*="repoId="]';

const WITH_ID = [...ID_ATTRIBUTES.map((name) => `[${name}]`), '[id]', 'a[href*="="]'].join();

/** As one sees it: blanks around and between words say nothing. */
function asShown(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** What stands above each column, in small letters; empty where nothing does. */
function columnsOf(row: HTMLTableRowElement): string[] {
  return [...row.cells].flatMap((cell) => {
    const name = asShown(cell.textContent ?? '')
      .toLowerCase()
      .replace(/ ?\/ ?/, '/');
    return Array.from({ length: cell.colSpan }, () => name);
  });
}

/** The columns of one of GIJ's lists of integrations; undefined where the table is none. */
function columnsOfList(table: HTMLTableElement): string[] | undefined {
  const isKnown = (name: string) => COLUMNS.includes(name);
  return [...(table.tHead?.rows ?? [...table.rows].slice(0, 1))]
    .map(columnsOf)
    .find((columns) => new Set(columns.filter(isKnown)).size >= 2);
}

/** What stands in a text that somebody edits would be saved with it. */
function isEdited(cell: HTMLTableCellElement): boolean {
  return (cell.closest('[contenteditable]') ?? cell.querySelector('[contenteditable]')) !== null;
}

/** The cells that may name an integration: those of the columns for that, else of the columns that nobody knows. */
function cellsForNames(row: HTMLTableRowElement, columns: readonly string[]): HTMLTableCellElement[] {
  const hasColumn = columns.some((name) => NAMES.includes(name));
  let column = 0;
  return [...row.cells].filter((cell) => {
    const name = columns[column] ?? '';
    column += cell.colSpan;
    return (hasColumn ? NAMES.includes(name) : !COLUMNS.includes(name)) && !isEdited(cell);
  });
}

function idsIn(element: Element): string[] {
  const own = ID_ATTRIBUTES.flatMap((name) => /^\d+$/.exec(element.getAttribute(name) ?? '')?.[0] ?? []);
  const other = IN_ID.exec(element.id)?.[1] ?? IN_LINK.exec(element.getAttribute('href') ?? '')?.[1];
  return other === undefined ? own : [...own, other];
}

/** The ids of integrations that a row has in its attributes and links. */
function idsOf(row: HTMLTableRowElement): Set<string> {
  return new Set([row, ...row.querySelectorAll(WITH_ID)].flatMap(idsIn));
}

function isOfRepository(row: HTMLTableRowElement): boolean {
  return row.matches(OF_REPOSITORY) || row.querySelector(OF_REPOSITORY) !== null;
}

/** Finds integrations of the last check in GIJ's lists. */
export class KnownIntegrations {
  private readonly byId = new Map<string, KeptSubject>();
  /** Null where two of them share the name. */
  private readonly byName = new Map<string, KeptSubject | null>();

  constructor(subjects: readonly KeptSubject[]) {
    for (const subject of subjects) {
      this.byId.set(subject.id, subject);
      const name = asShown(subject.name ?? '');
      if (name !== '') this.byName.set(name, this.byName.has(name) ? null : subject);
    }
  }

  /** Every place where a list on the page names one of them. */
  namedOn(page: Document): NamedIntegration[] {
    return [...page.querySelectorAll('table')].flatMap((table) => {
      const columns = columnsOfList(table);
      if (!columns) return [];
      return [...table.tBodies].flatMap(({ rows }) => [...rows].flatMap((row) => this.namedIn(row, columns) ?? []));
    });
  }

  /**
   * By the id that the row has, else by a cell that equals one name. A row whose ids or names are of several integrations
   * is of none.
   */
  private namedIn(row: HTMLTableRowElement, columns: readonly string[]): NamedIntegration | undefined {
    const cells = cellsForNames(row, columns);
    const [id, ...moreIds] = idsOf(row);
    if (id !== undefined) {
      const subject = moreIds.length === 0 ? this.byId.get(id) : undefined;
      const named = cells.find((one) => subject?.name !== undefined && nameIn(one) === asShown(subject.name));
      // It may have been renamed since. Where a column holds no integrations alone, the row may be of one of its repositories.
      const isItself = columns.includes('integration') || (idsIn(row).length > 0 && !isOfRepository(row));
      const cell = named ?? (isItself ? cells[0] : undefined);
      return subject && cell && { cell, subject };
    }
    const found = cells.flatMap((cell) => {
      const subject = this.byName.get(nameIn(cell));
      return subject ? [{ cell, subject }] : [];
    });
    return new Set(found.map(({ subject }) => subject)).size === 1 ? found[0] : undefined;
  }
}

function nameIn(cell: HTMLTableCellElement): string {
  return asShown(cell.textContent ?? '');
}
