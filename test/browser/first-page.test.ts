import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkout } from '../../server/platform/settings/settings.ts';

/** What the first sight of the page may take of a slow line. */
const mostScript = 300_000;

const built = join(checkout, 'client', 'dist');

/**
 * The scripts that the page asks for before it shows anything, and those that these import at once. `start` comes
 * once the words of its language are there.
 */
async function firstScripts(): Promise<Map<string, Buffer>> {
  const html = await readFile(join(built, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(
    ([, path]) => path!,
  );
  const assets = await readdir(join(built, 'assets'));
  const start = assets.find((file) => /^start-.*\.js$/.test(file))!;
  named.push(`assets/${start}`);
  const scripts = new Map<string, Buffer>();
  for (const path of named) {
    if (scripts.has(path)) continue;
    const script = await readFile(join(built, path));
    scripts.set(path, script);
    const imported = script.toString().matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g);
    named.push(...[...imported].map(([, file]) => `assets/${file!}`));
  }
  return scripts;
}

it('asks for at most 300 KB of compressed script at first, and leaves the canvas for later', async () => {
  const scripts = await firstScripts();
  expect(scripts.size).toBeGreaterThan(0);
  // As they are sent: compressed when the page was built.
  const sizes = await Promise.all(
    [...scripts.keys()].map(
      async (path) => [path, (await stat(join(built, `${path}.gz`))).size] as const,
    ),
  );
  const all = sizes.reduce((sum, [, size]) => sum + size, 0);
  expect(all, JSON.stringify(Object.fromEntries(sizes))).toBeLessThanOrEqual(mostScript);
  const whole = [...scripts.values()].map(String).join('');
  expect(whole).not.toContain('sdf_hexagon');
});
