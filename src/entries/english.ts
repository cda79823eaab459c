import checks from '../../resources/i18n/checks.properties?inline';
import checkup from '../../resources/i18n/checkup.properties?inline';
import help from '../../resources/i18n/help.properties?inline';
import reindex from '../../resources/i18n/reindex.properties?inline';

/** All texts in English, whatever the host does to the others. */
export default { ...checkup, ...checks, ...help, ...reindex };
