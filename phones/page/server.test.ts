import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const get = async (path: string) => {
  const reply = await fetch(world.phones.url + path);
  return { status: reply.status, headers: reply.headers, text: await reply.text() };
};

test('the page may run only scripts and styles of its own, and has none within', async () => {
  const { status, headers, text } = await get('/');
  expect(status).toBe(200);
  expect(headers.get('content-security-policy')).toMatch(
    /default-src 'none'; script-src 'self'; style-src 'self'/,
  );
  expect(headers.get('content-security-policy')).not.toContain('unsafe');
  expect(text).not.toMatch(/<script(?![^>]* src=)|<style| style=| on[a-z]+="/);
});

test('every file that the page or a module of it names is served', async () => {
  const seen = new Set<string>();
  const visit = async (address: string): Promise<void> => {
    if (seen.has(address)) return;
    seen.add(address);
    const { status, text } = await get(address);
    expect(status, address).toBe(200);
    const named =
      address === '/'
        ? [...text.matchAll(/(?:href|src)="(\/(?:page|assets)[^"]+)"/g)].map((match) => match[1]!)
        : [...text.matchAll(/from '\.\/([\w.]+)'/g)].map((match) => `/page/${match[1]}`);
    for (const next of named) await visit(next);
  };
  await visit('/');
  expect(seen.size).toBeGreaterThan(15);
});

test('nothing beside the page’s own files is served', async () => {
  expect((await get('/page/server.ts')).status).toBe(404);
  expect((await get('/page/..%2fserver.ts')).status).toBe(404);
  expect((await get('/assets/console/live.js')).status).toBe(404);
});
