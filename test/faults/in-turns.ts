/** Whichever worker is free does the next item; the promises are in the order of the items. */
export function inTurns<Item, Worker, Result>(
  items: readonly Item[],
  workers: readonly Worker[],
  work: (item: Item, worker: Worker) => Promise<Result>,
): Promise<Result>[] {
  const waiting = items.map((item) => {
    let begin: (result: Promise<Result>) => void = () => undefined;
    const result = new Promise<Result>((resolve) => (begin = resolve));
    // Nobody may be looking yet when it fails.
    result.catch(() => undefined);
    return { item, begin, result };
  });
  let next = 0;
  const takeTurns = async (worker: Worker): Promise<void> => {
    for (let turn = waiting[next++]; turn; turn = waiting[next++]) {
      const result = work(turn.item, worker);
      turn.begin(result);
      await result.catch(() => undefined);
    }
  };
  for (const worker of workers) void takeTurns(worker);
  return waiting.map(({ result }) => result);
}
