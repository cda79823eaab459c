import texts from '../../../resources/i18n/checks.properties';
import values from '../../../resources/i18n/values.properties';
import { ChecklistDrawer } from './checklist-drawer';
import './checklist.css';
import './finding.css';

/** What the page loads when a checklist is first opened. */
export default { ChecklistDrawer, texts: { ...texts, ...values } };
