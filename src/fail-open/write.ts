import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documentNames, type DocumentName, type FailOpenDocuments } from './documents.ts';

/**
 * Writes documents to FOLDER/PLACE/NAME.xml, each whole or not at all, `voice` last: what it names is there
 * before it. Those that say the same already are left alone.
 * @returns the names of those written.
 */
export async function writeDocuments(
  folder: string,
  place: string,
  documents: FailOpenDocuments,
): Promise<DocumentName[]> {
  const below = join(folder, place);
  await mkdir(below, { recursive: true });
  const written: DocumentName[] = [];
  for (const name of documentNames) {
    const file = join(below, `${name}.xml`);
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
