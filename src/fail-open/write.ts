import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documentNames, type DocumentName, type FailOpenDocuments } from './documents.ts';

/**
 * Writes a desk's documents to FOLDER/DESK/NAME.xml, each whole or not at all, `voice` last: what it names is there
 * before it. Those that say the same already are left alone.
 * @returns the names of those written.
 */
export async function writeDocuments(
  folder: string,
  desk: string,
  documents: FailOpenDocuments,
): Promise<DocumentName[]> {
  const place = join(folder, desk);
  await mkdir(place, { recursive: true });
  const written: DocumentName[] = [];
  for (const name of documentNames) {
    const file = join(place, `${name}.xml`);
    const before = await readFile(file, 'utf8').catch(() => undefined);
    if (before === documents[name]) continue;
    await replace(file, documents[name]);
    written.push(name);
  }
  return written;
}

async function replace(file: string, text: string): Promise<void> {
  const beside = `${file}.${randomBytes(4).toString('hex')}.part`;
  try {
    await writeFile(beside, text);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
