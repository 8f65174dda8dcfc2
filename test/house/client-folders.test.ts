import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, it } from 'vitest';
import { slices } from '../../client/slices.mjs';

const source = join(import.meta.dirname, '../../client/src');

/** One file that imports another, of types too; paths within client/src. */
interface Import {
  by: string;
  of: string;
}

/** What a file names by a relative path: imports, those at run time, and workers. */
const named = /(?:\bfrom|\bimport|\bimport\(|\bnew URL\()\s*'(\.[^']+)'/g;

function importsIn(by: string, text: string): Import[] {
  return [...text.matchAll(named)].map(([, path]) => ({
    by,
    of: posix.join(posix.dirname(by), path!),
  }));
}

/** Imports that lead from a folder through others back to it, one for each step; empty where none do. */
function circleAmong(imports: readonly Import[]): Import[] {
  const steps = new Map<string, Import[]>();
  for (const one of imports) {
    const [from, to] = [posix.dirname(one.by), posix.dirname(one.of)];
    if (from !== to) steps.set(from, [...(steps.get(from) ?? []), one]);
  }
  const done = new Set<string>();
  const follow = (folder: string, way: readonly Import[]): Import[] => {
    const before = way.findIndex(({ by }) => posix.dirname(by) === folder);
    if (before >= 0) return way.slice(before);
    if (done.has(folder)) return [];
    for (const step of steps.get(folder) ?? []) {
      const circle = follow(posix.dirname(step.of), [...way, step]);
      if (circle.length > 0) return circle;
    }
    done.add(folder);
    return [];
  };
  for (const folder of steps.keys()) {
    const circle = follow(folder, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path));

it('no two folders of the client import each other, directly or through others', () => {
  const imports = files.flatMap((file) =>
    importsIn(file, readFileSync(join(source, file), 'utf8')),
  );
  expect(imports.length).toBeGreaterThan(files.length);
  expect(circleAmong(imports).map(({ by, of }) => `${by} imports ${of}`)).toEqual([]);
});

it('client/slices.mjs lists each folder of the client once', () => {
  const folders = new Set(files.map((file) => posix.dirname(file)));
  expect([...slices].sort()).toEqual([...folders].sort());
});

it('a circle is named with the files that close it, through types and dynamic imports too', () => {
  // Written so that nobody takes them for imports of this file.
  const at = (path: string) => `'${path}'`;
  const imports = [
    ...importsIn('app/App.tsx', `import { Board } from ${at('../board/Board.tsx')};`),
    ...importsIn('board/Board.tsx', `import type { Tool } from ${at('./tools/tool.ts')};`),
    ...importsIn('board/tools/tool.ts', `const later = import(${at('../../views/table.ts')});`),
    ...importsIn('views/table.ts', `import ${at('../board/board.css')};`),
  ];
  expect(circleAmong(imports).map(({ by }) => by)).toEqual([
    'board/Board.tsx',
    'board/tools/tool.ts',
    'views/table.ts',
  ]);
});
