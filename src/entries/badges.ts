import badges from '../../resources/i18n/badges.properties';
import names from '../../resources/i18n/names.properties';
import { showBadges } from '../badges/show-badges';
import '../badges/badges.css';

showBadges(document, { ...names, ...badges });
