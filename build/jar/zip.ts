import { buffer } from 'node:stream/consumers';

import { ZipFile } from 'yazl';

/** DOS time stamps are local time, and so is this: the same bytes in every time zone. */
const THEN = new Date(1980, 0, 1);

/** A zip of the entries in their order; the same entries give the same bytes. */
export async function zip(entries: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, content] of entries) {
    file.addBuffer(content, name, { mtime: THEN, mode: 0o100644, forceDosTimestamp: true });
  }
  file.end();
  return buffer(file.outputStream);
}
