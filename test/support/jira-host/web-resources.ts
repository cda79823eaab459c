/** What a web-resource of a descriptor says. */
export interface WebResource {
  /** With the plugin's key: `com.example.app:panel`. */
  readonly key: string;
  readonly contexts: readonly string[];
  readonly dependencies: readonly string[];
  readonly files: readonly { readonly name: string; readonly translated: boolean; readonly content: string }[];
}

/** What a page or `WRM.require` asks for, and what it has already. The names are those of the recorded requests. */
export interface Asked {
  readonly r: readonly string[];
  readonly c: readonly string[];
  readonly xr: readonly string[];
  readonly xc: readonly string[];
}

/** Finds the web-resources for what is asked. What it does not know it logs and leaves out, as Jira does. */
export class WebResources {
  readonly log: string[] = [];
  private readonly byKey: ReadonlyMap<string, WebResource>;

  constructor(private readonly all: readonly WebResource[]) {
    this.byKey = new Map(all.map((one) => [one.key, one]));
  }

  /** Each once, after everything that it depends on. */
  resolve({ r, c, xr, xc }: Asked): readonly WebResource[] {
    const there = new Set<string>();
    this.collect([...xc.flatMap((context) => this.keysOf(context)), ...xr], there);
    const before = new Set(there);
    this.collect([...c.flatMap((context) => this.keysOf(context)), ...r], there);
    return [...there].filter((key) => !before.has(key)).flatMap((key) => this.byKey.get(key) ?? []);
  }

  /** The key of a web-resource is a context of its own: that is what `wrc!<plugin>:<key>` asks for. */
  private keysOf(context: string): readonly string[] {
    if (this.byKey.has(context)) return [context];
    const keys = this.all.filter(({ contexts }) => contexts.includes(context)).map(({ key }) => key);
    if (keys.length === 0) this.log.push(`no web-resource for the context ${context}`);
    return keys;
  }

  private collect(keys: readonly string[], found: Set<string>, way: readonly string[] = []): void {
    for (const key of keys) {
      const resource = this.byKey.get(key);
      if (!resource) this.log.push(`no web-resource ${key}`);
      else if (way.includes(key)) this.log.push(`${key} depends on itself`);
      else if (!found.has(key)) {
        this.collect(resource.dependencies, found, [...way, key]);
        found.add(key);
      }
    }
  }
}

/** One answer for a script or a style sheet: each file for itself, so that one that throws leaves the others alone. */
export function batchOf(
  resources: readonly WebResource[],
  extension: 'js' | 'css',
  translate: (script: string) => string,
): string {
  const parts = resources.flatMap(({ key, files }) =>
    files
      .filter(({ name }) => name.endsWith(`.${extension}`))
      .map(({ name, content, translated }) => {
        if (extension === 'css') return content;
        const script = translated ? translate(content) : content;
        return `try {\n/* module-key = '${key}', location = '${name}' */\n${script}\n} catch (e) { WRMCB(e); };`;
      }),
  );
  const report = "WRMCB = function (e) { console.error('Error running batched script.', e); };";
  return (extension === 'js' ? [report, ...parts] : parts).join('\n');
}

/** Whether there is anything of the kind: Jira asks for no empty batch. */
export function hasFiles(resources: readonly WebResource[], extension: 'js' | 'css'): boolean {
  return resources.some(({ files }) => files.some(({ name }) => name.endsWith(`.${extension}`)));
}
