import texts from '../../../resources/i18n/help.properties';
import { Help } from './help';

/** What the page loads when help is asked for. */
export default { Help, texts };
