/** How many letters have to be put in, taken out or changed to make one word of the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1];
    for (const [place, its] of [...other].entries()) {
      const changed = (row[place] ?? 0) + (letter === its ? 0 : 1);
      next.push(Math.min(changed, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Letters that are as good as mistyped in a longer word. */
const MOST_LETTERS = 2;
const LONGEST_WORD = 60;

/**
 * The name that a word is meant to be, which differs from it in one or two letters, or begins with it; undefined where
 * there is none. Of `--fromat` it is `--format`.
 */
export function nearest(word: string, names: readonly string[]): string | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const near = names
    .map((name) => ({ name, letters: distance(word.toLowerCase(), name) }))
    .filter(({ name, letters }) => letters <= Math.min(MOST_LETTERS, Math.ceil(name.length / 3)))
    .sort((one, other) => one.letters - other.letters);
  return near[0]?.name ?? (word.length > 1 ? names.find((name) => name.startsWith(word.toLowerCase())) : undefined);
}
