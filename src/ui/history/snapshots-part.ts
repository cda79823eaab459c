import texts from '../../../resources/i18n/changes.properties';
import { LastCheckNote } from '../head/last-check-note';
import { keepLastCheck } from '../state/kept-check';
import { createLastCheck } from '../state/last-check';
import { createSnapshots } from '../state/snapshots';

/** What the page loads once there is something to keep, to take a snapshot of, or to compare the next check with. */
export default { createSnapshots, createLastCheck, keepLastCheck, LastCheckNote, texts };
