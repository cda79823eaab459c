interface Seen<Value> {
  readonly cell: string;
  readonly value: Value;
  next?: Seen<Value>;
}

/**
 * Reads a column whose texts repeat, each text once: integrations, repositories, nodes, words of the queue. Rows come
 * in the same order round after round, so what followed the last time is tried before the whole text is looked up.
 */
export function createColumnReader<Value>(
  index: number,
  read: (cell: string) => Value,
): (cells: readonly string[]) => Value {
  const seen = new Map<string, Seen<Value>>();
  const absent = read('');
  if (index < 0) return () => absent;
  let last: Seen<Value> = { cell: '', value: absent };
  return (cells) => {
    const cell = cells[index];
    if (cell === undefined || cell === '') return absent;
    let found = last.next;
    if (found?.cell !== cell) {
      found = seen.get(cell);
      if (!found) seen.set(cell, (found = { cell, value: read(cell) }));
      last.next = found;
    }
    last = found;
    return found.value;
  };
}
