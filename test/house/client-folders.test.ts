import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, it } from 'vitest';
import { slices } from '../../client/slices.mjs';

const source = join(import.meta.dirname, '../../client/src');

it('client/slices.mjs lists each folder of the client once', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path));
  const folders = new Set(files.map((file) => posix.dirname(file)));
  expect([...slices].sort()).toEqual([...folders].sort());
});
