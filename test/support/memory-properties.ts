import { PropertyError, type Properties } from '../../src/decisions/shared-document';

export interface MemoryProperties extends Properties {
  readonly values: Map<string, unknown>;
  /** What was asked, such as `write git-integration-checkup.decisions`. */
  readonly asked: string[];
  /** Called after each request was done, with what was asked and how often that was; may throw what is lost. */
  after: (asked: string, times: number) => void;
  /** Called before each request; may throw what is refused. */
  before: (asked: string, times: number) => void;
}

/** A request that failed as Jira refuses it, or whose answer was lost. */
export function failedRequest(kind: 'forbidden' | 'network', isLost = false): PropertyError {
  return new PropertyError({ kind, request: 'PUT /rest/api/2/issuetype/1/properties/x', at: 0 }, isLost);
}

/** Entity properties that are kept here; values are copied as JSON, as Jira does, which has a limit for them. */
export function memoryProperties(): MemoryProperties {
  const values = new Map<string, unknown>();
  const asked: string[] = [];

  function ask<T>(what: string, work: () => T): Promise<T> {
    const times = asked.filter((one) => one === what).length + 1;
    asked.push(what);
    return Promise.resolve().then(() => {
      properties.before(what, times);
      const result = work();
      properties.after(what, times);
      return result;
    });
  }

  const properties: MemoryProperties = {
    values,
    asked,
    before: () => undefined,
    after: () => undefined,
    read: (key) => ask(`read ${key}`, () => values.get(key)),
    write: (key, value) =>
      ask(`write ${key}`, () => {
        const text = JSON.stringify(value);
        if (text.length > 32_768 || key.length > 255) throw failedRequest('forbidden');
        values.set(key, JSON.parse(text));
      }),
    remove: (key) => ask(`remove ${key}`, () => void values.delete(key)),
  };
  return properties;
}
