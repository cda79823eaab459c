/** A sample as it was written. */
export interface WrittenSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const UNESCAPED: Readonly<Record<string, string>> = { '\\\\': '\\', '\\"': '"', '\\n': '\n' };

function labelsOf(text: string): Record<string, string> {
  const labels: Record<string, string> = {};
  let rest = text;
  while (rest !== '') {
    const [all, name, value] = /^([a-z_][a-z0-9_]*)="((?:[^"\\\n]|\\[\\"n])*)"(?:,|$)/i.exec(rest) ?? [];
    if (all === undefined || name === undefined || value === undefined) throw new Error(`no label: ${rest}`);
    if (name in labels) throw new Error(`twice: ${name}`);
    labels[name] = value.replace(/\\[\\"n]/g, (sign) => UNESCAPED[sign] ?? sign);
    rest = rest.slice(all.length);
  }
  return labels;
}

function sampleOf(line: string): WrittenSample {
  const [, name, labels = '', value] = /^([a-z_:][a-z0-9_:]*)(?:\{(.*)\})? (\S+)$/is.exec(line) ?? [];
  if (name === undefined || value === undefined || Number.isNaN(Number(value))) throw new Error(`no sample: ${line}`);
  return { name, labels: labelsOf(labels), value: Number(value) };
}

/**
 * Reads Prometheus' text format, as strictly as its page "Exposition formats": a HELP and a TYPE before the samples of each
 * metric, these in one group, each set of labels once, a line feed at the end.
 */
export function readExposition(text: string): readonly WrittenSample[] {
  const samples: WrittenSample[] = [];
  const seen = new Set<string>();
  let [helped, typed] = ['', ''];
  if (text !== '' && !text.endsWith('\n')) throw new Error('no line feed at the end');
  for (const line of text.split('\n').slice(0, -1)) {
    const [, kind, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? [];
    if (kind === 'HELP') {
      if (seen.has(name)) throw new Error(`twice: ${line}`);
      seen.add(name);
      helped = name;
    } else if (kind === 'TYPE') {
      if (name !== helped || rest !== 'gauge') throw new Error(`no such type: ${line}`);
      typed = name;
    } else {
      const sample = sampleOf(line);
      const key = JSON.stringify([sample.name, Object.entries(sample.labels).sort()]);
      if (sample.name !== typed || seen.has(key)) throw new Error(`out of its group, or twice: ${line}`);
      seen.add(key);
      samples.push(sample);
    }
  }
  return samples;
}
