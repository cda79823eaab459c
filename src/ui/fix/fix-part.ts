import checks from '../../../resources/i18n/checks.properties';
import fix from '../../../resources/i18n/fix.properties';
import values from '../../../resources/i18n/values.properties';
import '../fields.css';
import './fix.css';
import { FixDialog } from './fix-dialog';
import { SelectionBar } from './selection-bar';

/** What the page loads when a fix is first looked at, or rows are selected. */
export default { FixDialog, SelectionBar, texts: { ...values, ...checks, ...fix } };
