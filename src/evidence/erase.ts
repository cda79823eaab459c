/** Name of the browser's database, and what the names in its other storage begin with. */
export const STORE_NAME = 'git-integration-checkup';

function eraseDatabase(): Promise<boolean> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(STORE_NAME);
    request.onsuccess = () => resolve(true);
    // Another tab holds it open, and does not let go.
    request.onblocked = () => resolve(false);
    request.onerror = () => resolve(false);
  });
}

/**
 * Erases all that this app keeps in the browser, of every Jira there, without reading any of it: for when that is what
 * the page fails on. False where the browser would not erase it.
 */
export async function eraseStored(): Promise<boolean> {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(STORE_NAME)) localStorage.removeItem(name);
  } catch {
    // A browser that forbids its storage keeps nothing there.
  }
  try {
    return await eraseDatabase();
  } catch {
    return typeof indexedDB === 'undefined';
  }
}
