import texts from '../../../resources/i18n/history.properties';
import settingNames from '../../../resources/i18n/setting-names.properties';
import values from '../../../resources/i18n/values.properties';
import '../chart/chart.css';
import '../fields.css';
import './history.css';
import { HistoryTab } from './history-tab';

/** What the page loads when the tab is first opened. */
export default { HistoryTab, texts: { ...values, ...settingNames, ...texts } };
