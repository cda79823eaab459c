import texts from '../../../resources/i18n/sharing.properties';
import { SharingDialog } from './sharing-dialog';

/** What the page loads when the dialog is first opened. */
export default { SharingDialog, texts };
