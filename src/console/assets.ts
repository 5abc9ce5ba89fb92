import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { projectRoot } from '../config/index.ts';

export interface Asset {
  readonly body: Buffer;
  readonly type: string;
  /** With a hash of the content in it, so that a browser may keep it for ever. */
  readonly address: string;
}

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};
const own = [
  'tokens.css',
  'console.css',
  'pages.css',
  'live.js',
  'accept.js',
  'register.js',
  'call-strip.js',
  'drafts.js',
  'icon.svg',
];

/** Reads what the pages need, once, at start: a missing file stops the start and not a page at night. */
export function loadAssets(): Map<string, Asset> {
  const folder = path.join(projectRoot(), 'assets', 'console');
  const idiomorph = createRequire(import.meta.url).resolve('idiomorph/dist/idiomorph.min.js');
  const files = [
    ...own.map((name) => ({ name, file: path.join(folder, name) })),
    { name: 'idiomorph.js', file: idiomorph },
  ];
  return new Map(
    files.map(({ name, file }) => {
      const body = readFileSync(file);
      const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10);
      const type = types[path.extname(name).slice(1)] ?? 'application/octet-stream';
      return [name, { body, type, address: `/assets/console/${name}?v=${hash}` }];
    }),
  );
}
