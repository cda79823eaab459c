import accept from '../../resources/i18n/accept.properties?inline';
import badges from '../../resources/i18n/badges.properties?inline';
import capture from '../../resources/i18n/capture.properties?inline';
import changes from '../../resources/i18n/changes.properties?inline';
import checks from '../../resources/i18n/checks.properties?inline';
import checkup from '../../resources/i18n/checkup.properties?inline';
import exported from '../../resources/i18n/export.properties?inline';
import exporting from '../../resources/i18n/exporting.properties?inline';
import fix from '../../resources/i18n/fix.properties?inline';
import help from '../../resources/i18n/help.properties?inline';
import history from '../../resources/i18n/history.properties?inline';
import names from '../../resources/i18n/names.properties?inline';
import reindex from '../../resources/i18n/reindex.properties?inline';
import settingNames from '../../resources/i18n/setting-names.properties?inline';
import settings from '../../resources/i18n/settings.properties?inline';
import shared from '../../resources/i18n/shared.properties?inline';
import sharing from '../../resources/i18n/sharing.properties?inline';
import values from '../../resources/i18n/values.properties?inline';

/** All texts in English, whatever the host does to the others. */
export default {
  ...checkup,
  ...names,
  ...badges,
  ...capture,
  ...checks,
  ...values,
  ...exported,
  ...exporting,
  ...fix,
  ...accept,
  ...settingNames,
  ...settings,
  ...shared,
  ...sharing,
  ...changes,
  ...history,
  ...help,
  ...reindex,
};
