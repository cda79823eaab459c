import texts from '../../../resources/i18n/accept.properties';
import findingTexts from '../../../resources/i18n/checks.properties';
import valueTexts from '../../../resources/i18n/values.properties';
import '../fields.css';
import { AcceptDialog } from './accept-dialog';

/** What the page loads when the dialog is first opened; what the findings say belongs to it. */
export default { AcceptDialog, texts: { ...findingTexts, ...valueTexts, ...texts } };
