import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Phones } from '../phones.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};
/** The console's visual language, as plain files: the page shares its looks, not its code. */
const LANGUAGE = ['tokens.css', 'console.css', 'icon.svg'];

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
};

/**
 * Serves the page of telephones at `/`. It knows the phones only through the control API, as any visitor does.
 * Throws when a file is missing: the start fails and not the page.
 */
export function registerPage(app: FastifyInstance, _phones: Phones): void {
  const root = projectRoot(import.meta.dirname);
  const own = path.join(root, 'phones', 'page', 'static');
  const shared = path.join(root, 'assets', 'console');
  for (const name of readdirSync(own).filter((file) => path.extname(file) in TYPES))
    serve(app, name === 'index.html' ? '/' : `/page/${name}`, path.join(own, name));
  for (const name of LANGUAGE) serve(app, `/assets/console/${name}`, path.join(shared, name));
}

function serve(app: FastifyInstance, address: string, file: string): void {
  const body = readFileSync(file);
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  app.get(address, async (_request, reply) => reply.headers(HEADERS).type(type).send(body));
}

// The same code runs from phones/ in tests and from dist/ when bundled.
function projectRoot(from: string): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'package.json'))) return folder;
    if (folder === path.dirname(folder)) throw new Error(`no package.json above ${from}`);
  }
}
