import { MOST_ROWS } from '../../model/limits';
import type { QueueTask } from '../../model/queue';
import type { QueueExport } from '../../queue/collector';
import type { QueueView } from './queue-view';

/** How many rows stand on one page is chosen, too, and hides none. */
function isOfNumbers({ options }: HTMLSelectElement): boolean {
  return [...options].every(({ text }) => /^\s*\d+\s*$/.test(text));
}

function isSet(field: Element): boolean {
  if (field instanceof HTMLSelectElement)
    return !isOfNumbers(field) && (field.multiple ? field.selectedOptions.length > 0 : field.selectedIndex > 0);
  return field instanceof HTMLInputElement && /^(?:text|search|number)$/.test(field.type) && field.value.trim() !== '';
}

/** Fewer rows of a status than the dashboard counts of it. */
function lacksRows({ tasks, dashboard }: QueueExport): boolean {
  const { queued = 0, processing = 0, shown } = dashboard ?? {};
  const rows = (status: QueueTask['status']) => tasks.filter((task) => task.status === status).length;
  if (Math.max(shown?.total ?? tasks.length, tasks.length) < Math.max(queued, processing)) return true;
  const isWhole = tasks.every(({ outOf }) => outOf === undefined);
  return isWhole && (rows('queued') < queued || rows('indexing') < processing);
}

/** Whether a filter of the page hides rows: by its fields, or by what the dashboard counts. */
export function isFiltered({ content, table }: QueueView, found: QueueExport): boolean {
  const fields = [...content.querySelectorAll('input, select')].filter((field) => table?.contains(field) !== true);
  return found.tasks.length > 0 && (fields.some(isSet) || lacksRows(found));
}

/** Of how many these are a part nobody knows: of more than any number of pages shows. */
export function asPart(tasks: readonly QueueTask[]): QueueTask[] {
  return tasks.map((task, place) => ({ ...task, outOf: MOST_ROWS, row: place + 1 }));
}
