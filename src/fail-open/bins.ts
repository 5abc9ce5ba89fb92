import { documentNames, documentsNamedBy, type DocumentName, type FailOpenDocuments } from './documents.ts';

/** A Bin gets its address when it is made, and a document names others: so they are made one after another. */
export interface BinSteps {
  addressOf: (name: DocumentName) => string;
  /** The documents that can be pasted now, and what comes next; for a terminal. */
  describe: (documents: FailOpenDocuments) => string[];
}

const unknown = 'https://handler.twilio.com/twiml/not-made-yet';

/** What is left to do, given the addresses of the Bins that there are. */
export function binSteps(bins: Partial<Record<DocumentName, string>>): BinSteps {
  const named = documentNames.filter((name) =>
    documentNames.some((of) => documentsNamedBy[of].includes(name)),
  );
  const missing = named.filter((name) => bins[name] === undefined);
  const ready = documentNames.filter((name) => documentsNamedBy[name].every((of) => bins[of] !== undefined));
  return {
    addressOf: (name) => bins[name] ?? unknown,
    describe: (documents) => [
      ...ready.flatMap((name) => [
        `TwiML Bin "${name}"${bins[name] === undefined ? '' : ` at ${bins[name]}`}:`,
        documents[name],
      ]),
      missing.length === 0
        ? 'Set the address of the Bin "voice" as the voice fallback of the numbers: docs/FAIL-OPEN.md.'
        : `Make the Bins above that are new, then give their addresses too: ${missing.map((name) => `--bin ${name}=URL`).join(' ')}`,
    ],
  };
}
