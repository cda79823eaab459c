import texts from '../../../resources/i18n/fix.properties';
import { FixDialog } from './fix-dialog';

/** What the page loads when the dialog is first opened. */
export default { FixDialog, texts };
