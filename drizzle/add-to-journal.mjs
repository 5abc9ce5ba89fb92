// Adds every drizzle/NNNN_name.sql that meta/_journal.json does not name yet, in the order of the numbers.
// Write the SQL file, then run: node drizzle/add-to-journal.mjs
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const folder = new URL('.', import.meta.url);
const journalFile = new URL('meta/_journal.json', folder);
const journal = JSON.parse(readFileSync(journalFile, 'utf8'));
const known = new Set(journal.entries.map((entry) => entry.tag));
const files = readdirSync(folder).filter((name) => /^\d{4}_.+\.sql$/.test(name));

for (const tag of files.map((name) => name.replace(/\.sql$/, '')).sort()) {
  if (known.has(tag)) continue;
  const last = journal.entries.at(-1)?.when ?? 0;
  // Always later than the one before: the migrator compares only these numbers.
  const when = Math.max(Date.now(), last + 1);
  journal.entries.push({ idx: journal.entries.length, version: '7', when, tag, breakpoints: true });
  console.log(`added ${tag}`);
}
writeFileSync(journalFile, `${JSON.stringify(journal, null, 2)}\n`);
