import texts from '../../../resources/i18n/accept.properties';
import { AcceptDialog } from './accept-dialog';

/** What the page loads when the dialog is first opened. */
export default { AcceptDialog, texts };
