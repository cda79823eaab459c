/** Another tab may have ended without saying so: ask again that often. */
const RETRY = 30_000;
/** A lease that is not renewed is over after this time; hidden tabs get their turn once a minute. */
const LEASE = 180_000;
const RENEWAL = 60_000;
/** Two tabs that take a free lease at the same moment see each other after this time. */
const SETTLING = 100;

/** Milliseconds, or until the signal. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
}

type Work = () => Promise<void>;

/** Does the work where no other tab does it; false where one does. */
type Attempt = (name: string, signal: AbortSignal, work: Work) => Promise<boolean>;

/** For browsers that let the page store nothing, or no more: its tabs cannot know of each other. */
const alone: Attempt = async (_name, _signal, work) => {
  await work();
  return true;
};

interface Lease {
  readonly owner: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

function leaseOf(name: string): Lease | undefined {
  let note: string | null;
  try {
    note = localStorage.getItem(name);
  } catch {
    return undefined;
  }
  const [owner = '', until = ''] = (note ?? '').split(' ');
  const left = Number(until) - Date.now();
  // Longer than any lease is none: the clock was set back, or somebody else wrote it.
  return left > 0 && left <= LEASE ? { owner, until: Number(until) } : undefined;
}

/** False where the browser does not keep it: its storage is full, or forbidden. */
function takeLease(name: string, owner: string): boolean {
  try {
    localStorage.setItem(name, `${owner} ${Date.now() + LEASE}`);
  } catch {
    return false;
  }
  return leaseOf(name)?.owner === owner;
}

function giveBack(name: string, owner: string): void {
  if (leaseOf(name)?.owner !== owner) return;
  try {
    localStorage.removeItem(name);
  } catch {
    // It is over after its time.
  }
}

/** For pages without https, which have no Web Locks: a note in the storage that all tabs share. */
const withLease: Attempt = async (name, signal, work) => {
  const owner = String(Math.random());
  if (leaseOf(name)) return false;
  if (!takeLease(name, owner)) return alone(name, signal, work);
  await pause(SETTLING, signal);
  const holder = leaseOf(name);
  if (holder && holder.owner !== owner) return false;
  const renewal = setInterval(() => takeLease(name, owner), RENEWAL);
  const giveUp = () => {
    clearInterval(renewal);
    giveBack(name, owner);
  };
  // A page that is closed runs no more promises: the lease goes with the signal itself.
  signal.addEventListener('abort', giveUp);
  try {
    if (!signal.aborted) await work();
  } finally {
    giveUp();
  }
  return true;
};

/** A browser that forbids its storage forbids its locks too. */
const withLock: Attempt = async (name, signal, work) => {
  let isAnswered = false;
  try {
    return await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      isAnswered = true;
      if (lock && !signal.aborted) await work();
      return lock !== null;
    });
  } catch (error) {
    if (isAnswered) throw error;
    return withLease(name, signal, work);
  }
};

/** Does the work, unless another tab does it at the moment: then not at all, and answers false. */
export function onceInOneTab(name: string, signal: AbortSignal, work: Work): Promise<boolean> {
  return ('locks' in navigator ? withLock : withLease)(name, signal, work);
}

/** Does the work in one tab at a time; where another has it, says so and asks again now and then. */
export async function inOneTab(name: string, signal: AbortSignal, onOther: () => void, work: Work): Promise<void> {
  while (!signal.aborted) {
    if ((await onceInOneTab(name, signal, work)) || signal.aborted) return;
    onOther();
    await pause(RETRY, signal);
  }
}
