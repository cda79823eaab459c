/** Values by the name of a label; undefined ones are left out. */
export type Labels = Readonly<Record<string, string | undefined>>;

export interface Sample {
  readonly labels: Labels;
  readonly value: number;
}

/** All samples of one metric. */
export interface Family {
  readonly name: string;
  readonly help: string;
  readonly samples: readonly Sample[];
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n' };

/** @param quotes whether they are escaped, too: in values of labels they are, in help they are not */
function escaped(text: string, quotes: boolean): string {
  return text.replace(quotes ? /[\\"\n]/g : /[\\\n]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** Such as `{id="3",name="GitLab: payments"}`. */
export function labelsText(labels: Labels): string {
  const pairs = Object.entries(labels).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}="${escaped(value, true)}"`],
  );
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

/**
 * Gauges in Prometheus' text format 0.0.4 (page "Exposition formats": a backslash, a quote and a line feed are escaped in the
 * value of a label, a backslash and a line feed in a help text; all samples of a metric stand together). A metric without a
 * sample is left out.
 */
export function expositionText(families: readonly Family[]): string {
  return families
    .filter(({ samples }) => samples.length > 0)
    .flatMap(({ name, help, samples }) => [
      `# HELP ${name} ${escaped(help, false)}`,
      `# TYPE ${name} gauge`,
      ...samples.map(({ labels, value }) => `${name}${labelsText(labels)} ${value}`),
    ])
    .map((line) => `${line}\n`)
    .join('');
}
