/** Locks as a browser gives them, between what a test does; jsdom has none. */
export function giveLocks(): void {
  const held = new Set<string>();
  const request = async (name: string, _options: LockOptions, work: (lock: Lock | null) => Promise<unknown>) => {
    if (held.has(name)) return work(null);
    held.add(name);
    return work({ name, mode: 'exclusive' }).finally(() => held.delete(name));
  };
  Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } });
}

export function takeLocks(): void {
  Reflect.deleteProperty(navigator, 'locks');
}
