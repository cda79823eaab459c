import checks from '../../../resources/i18n/checks.properties';
import names from '../../../resources/i18n/setting-names.properties';
import texts from '../../../resources/i18n/sharing.properties';
import values from '../../../resources/i18n/values.properties';
import '../fields.css';
import { SharingDialog } from './sharing-dialog';
import './sharing.css';

/** What the page loads when the dialog is first opened. */
export default { SharingDialog, texts: { ...checks, ...names, ...values, ...texts } };
