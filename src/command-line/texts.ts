import commandLine from '../../resources/command-line/command-line.properties?inline';
import formats from '../../resources/command-line/formats.properties?inline';
import reindex from '../../resources/command-line/reindex.properties?inline';

/** What only the command line says. It speaks English. */
export const COMMAND_LINE_TEXTS = { ...commandLine, ...formats, ...reindex };
