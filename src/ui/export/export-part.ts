import checks from '../../../resources/i18n/checks.properties';
import exported from '../../../resources/i18n/export.properties';
import texts from '../../../resources/i18n/exporting.properties';
import values from '../../../resources/i18n/values.properties';
import { exportChoices, whyNothing } from './choices';
import './export.css';
import { ExportDialog } from './export-dialog';
import { PaperHead } from './paper-head';
import { PaperSheet } from './paper-sheet';

/** What the page loads to export what it shows, and to print it. */
export default {
  exportChoices,
  whyNothing,
  ExportDialog,
  PaperHead,
  PaperSheet,
  texts: { ...checks, ...values, ...exported, ...texts },
};
