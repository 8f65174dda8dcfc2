import { join } from 'node:path';
import { languageFiles } from './languages.mjs';

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
    entryPoints: ['style.css'],
    stdin: {
      contents: entry(checkout),
      resolveDir: source,
      sourcefile: 'page.ts',
      loader: 'ts',
    },
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

/**
 * The page, taught the languages that have words of it before it says any.
 * @param {string} checkout
 */
function entry(checkout) {
  const others = languageFiles(checkout)
    .map((file) => file.split('/'))
    .filter(([, name, more]) => name === 'verifier' && more === undefined)
    .map(([tag]) => tag);
  return [
    `import { registerMessages } from './language.ts';`,
    ...others.map(
      (tag, at) =>
        `import { verifierMessages as l${at} } from '../../languages/${tag}/verifier.ts';`,
    ),
    ...others.map((tag, at) => `registerMessages(${JSON.stringify(tag)}, l${at});`),
    `void import('./main.ts');`,
  ].join('\n');
}
