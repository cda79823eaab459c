import { scriptTag, styleTag } from '../../../build/jira-page/shell';
import type { Theme } from '../../../build/jira-page/theme';
import type { Profile } from './profiles';
import { hasFiles, type Asked, type WebResource, type WebResources } from './web-resources';

/** Where batches are served, below the context path; what stands before it in real addresses says when to fetch anew. */
const BATCHES = '/s/d41d8cd98f00b204e9800998ecf8427e-CDN/_/download';

export interface Batch {
  readonly url: string;
  readonly resourceType: 'JAVASCRIPT' | 'CSS';
  readonly key: string;
  readonly batchType: 'context' | 'resource';
}

/** The addresses for what is asked: one batch for all contexts, and one for each single web-resource. */
export function batchesFor(asked: Asked, found: WebResources, contextPath: string, locale: string): Batch[] {
  const there = [...asked.xc, ...asked.xr].map((key) => `-${key}`);
  const contexts = found.resolve({ ...asked, r: [] });
  const single = found.resolve({ ...asked, c: [], xc: [...asked.xc, ...asked.c] });
  const batch = (extension: 'js' | 'css', key: string, batchType: Batch['batchType'], path: string): Batch => ({
    url: `${contextPath}${BATCHES}/${path}.${extension}?locale=${locale.replace('_', '-')}`,
    resourceType: extension === 'js' ? 'JAVASCRIPT' : 'CSS',
    key,
    batchType,
  });
  const both = (resources: readonly WebResource[], make: (extension: 'js' | 'css') => Batch) =>
    (['css', 'js'] as const).filter((extension) => hasFiles(resources, extension)).map(make);
  return [
    ...both(contexts, (extension) =>
      batch(
        extension,
        asked.c.join(','),
        'context',
        `contextbatch/${extension}/${[...asked.c, ...there].join(',')}/batch`,
      ),
    ),
    ...single.flatMap((one) =>
      both([one], (extension) => batch(extension, one.key, 'resource', `batch/${one.key}/${one.key}`)),
    ),
  ];
}

/** What an address of a batch stands for; undefined where it is none. */
export function askedBy(path: string): { readonly asked: Asked; readonly extension: 'js' | 'css' } | undefined {
  if (!path.startsWith(`${BATCHES}/`)) return undefined;
  const context = /^contextbatch\/(js|css)\/([^/]+)\/batch\.\1$/.exec(path.slice(BATCHES.length + 1));
  if (context) {
    const keys = decodeURIComponent(context[2] ?? '').split(',');
    const c = keys.filter((key) => !key.startsWith('-'));
    // An excluded key may be of a context or of a web-resource: each web-resource is a context of its own.
    const xc = keys.filter((key) => key.startsWith('-')).map((key) => key.slice(1));
    return { asked: { r: [], c, xr: [], xc }, extension: context[1] as 'js' | 'css' };
  }
  const single = /^batch\/([^/]+)\/\1\.(js|css)$/.exec(decodeURIComponent(path.slice(BATCHES.length + 1)));
  return single
    ? { asked: { r: [single[1] ?? ''], c: [], xr: [], xc: [] }, extension: single[2] as 'js' | 'css' }
    : undefined;
}

/** The head of a page of Jira: its own style and libraries, then what is asked for. */
export function headOf(
  batches: readonly Batch[],
  contextPath: string,
  theme: Theme,
  { deferred }: Profile,
  libraries: readonly string[],
): string[] {
  const wait = deferred ? ' defer' : '';
  const mark = ({ key, batchType }: Batch) => ` data-wrm-key="${key}" data-wrm-batch-type="${batchType}"`;
  return [
    ...(theme === 'original' ? [] : [styleTag(`${contextPath}/aui/tokens.css`)]),
    styleTag(`${contextPath}/aui/aui-${theme}.css`),
    ...libraries.map((name) => scriptTag(`${contextPath}/aui/${name}`, wait)),
    ...batches.map((batch) =>
      batch.resourceType === 'CSS' ? styleTag(batch.url, mark(batch)) : scriptTag(batch.url, wait + mark(batch)),
    ),
  ];
}
