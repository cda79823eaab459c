import texts from '../../../resources/i18n/history.properties';
import { HistoryTab } from './history-tab';

/** What the page loads when the tab is first opened. */
export default { HistoryTab, texts };
