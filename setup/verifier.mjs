import { join } from 'node:path';

/**
 * Script and style of the page that verifies bundles, each one text that needs nothing else. From the sources; the
 * compiled program has the outcome in this module's place (compile.mjs), as it has no esbuild.
 * @param {string} checkout
 * @returns {Promise<{ script: string, style: string }>}
 */
export async function packVerifier(checkout) {
  const { build } = await import('esbuild');
  const source = join(checkout, 'verifier', 'page');
  const { outputFiles } = await build({
    absWorkingDir: source,
    entryPoints: ['main.ts', 'style.css'],
    outdir: source,
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
  });
  const textOf = (/** @type {string} */ end) =>
    outputFiles.find(({ path }) => path.endsWith(end))?.text.trim() ?? '';
  return { script: textOf('.js'), style: textOf('.css') };
}
