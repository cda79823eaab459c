import { createSnapshots } from '../state/snapshots';

/** What the page loads once there is something to take a snapshot of; it says nothing. */
export default { createSnapshots, texts: {} };
