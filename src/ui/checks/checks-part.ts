import texts from '../../../resources/i18n/checks.properties';
import values from '../../../resources/i18n/values.properties';
import '../checklist/finding.css';
import './checks.css';
import { ChecksTab } from './checks-tab';

/** What the page loads when the tab of the checks is first opened. */
export default { ChecksTab, texts: { ...texts, ...values } };
