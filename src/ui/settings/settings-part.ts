import nameTexts from '../../../resources/i18n/setting-names.properties';
import texts from '../../../resources/i18n/settings.properties';
import valueTexts from '../../../resources/i18n/values.properties';
import '../fields.css';
import { SettingsDialog } from './settings-dialog';
import './settings.css';

/** What the page loads when the dialog is first opened. */
export default { SettingsDialog, texts: { ...nameTexts, ...valueTexts, ...texts } };
