import texts from '../../../resources/i18n/settings.properties';
import { SettingsDialog } from './settings-dialog';

/** What the page loads when the dialog is first opened. */
export default { SettingsDialog, texts };
