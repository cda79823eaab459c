import * as v from 'valibot';

const run = v.object({ at: v.number(), minutes: v.number(), estimated: v.optional(v.literal(true)) });
const schedule = v.variant('kind', [
  v.object({ kind: v.literal('interval'), minutes: v.number() }),
  v.object({ kind: v.literal('cron'), expression: v.string() }),
]);
const dated = <Value>(value: v.GenericSchema<unknown, Value>) => v.optional(v.object({ value, at: v.number() }));

/** What the history looks like outside of this page: in the browser's store and in an exported file. */
export const taskSchema = v.looseObject({ operation: v.string(), trigger: v.string(), status: v.string() });
export const observationSchema = v.object({ at: v.number(), dates: v.array(v.number()), requestMinutes: v.number() });
export const valueSchemas = { runDurations: v.array(run), current: dated(schedule), nodes: dated(v.number()), threads: dated(v.number()) };
