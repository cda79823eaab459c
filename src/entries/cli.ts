import { version } from '../../package.json';
import { nodeIo } from '../command-line/node-io';
import { run } from '../command-line/run';
import { COMMAND_LINE_TEXTS } from '../command-line/texts';
import { createTexts } from '../i18n/texts';
import english from './english';

/** Milliseconds to end in: what is written may have no reader. */
const PATIENCE = 5_000;

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopped.abort();
    // By now nobody listens to it, so that it ends the process.
    setTimeout(() => process.kill(process.pid, signal), PATIENCE).unref();
  });
}

const t = createTexts('en', { ...english, ...COMMAND_LINE_TEXTS }, Date.now);
process.exitCode = await run(process.argv.slice(2), nodeIo({ t, version, signal: stopped.signal }));
