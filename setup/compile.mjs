import { readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { SetupProblem } from './problem.mjs';
import { languageFiles } from './languages.mjs';
import { packVerifier } from './verifier.mjs';
import { messages } from './messages.mjs';

/** What is run by itself: the command, and what it starts as processes and threads of their own. */
const entries = [
  'server/edge/main.ts',
  'server/graph/neo4j/keeper.ts',
  'server/graph/neo4j/personal-thread.ts',
  'server/graph/search-keys/keys-thread.ts',
  'server/detection/derive/text-likeness-thread.ts',
  'server/detection/derive/cut-texts-thread.ts',
];

/** How sources name what they start, and whatever else lies beside them. */
const placed = /new URL\('([\w-]+)\.ts', import\.meta\.url\)|import\.meta\.url/g;

/**
 * Compiles the program into one flat folder. What it reads while it runs stays where it lies among the sources, and
 * packages where npm has put them. Throws SetupProblem.
 * @param {string} checkout
 * @param {string} folder two levels below the checkout, as it will be when it is moved
 */
export async function compile(checkout, folder) {
  const { build } = await import('esbuild').catch(() => {
    throw new SetupProblem(messages.notInstalled);
  });
  try {
    await build({
      absWorkingDir: checkout,
      entryPoints: entries,
      entryNames: '[name]',
      outdir: folder,
      bundle: true,
      splitting: true,
      format: 'esm',
      packages: 'external',
      platform: 'node',
      target: 'node20',
      charset: 'utf8',
      sourcemap: true,
      sourcesContent: false,
      logLevel: 'silent',
      plugins: [places(checkout), madeNow(checkout)],
    });
  } catch (error) {
    throw problemOf(error);
  }
}

/**
 * A file that a source names by its place is meant where the source lies; TypeScript where it is compiled to.
 * @param {string} checkout
 * @returns {import('esbuild').Plugin}
 */
function places(checkout) {
  return {
    name: 'places',
    setup(build) {
      build.onLoad({ filter: /\.(ts|mjs)$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        if (!text.includes('import.meta.url')) return undefined;
        const place = `../../${relative(checkout, path).split(sep).join('/')}`;
        const contents = text.replaceAll(placed, (_found, /** @type {string=} */ stem) =>
          stem === undefined
            ? `new URL('${place}', import.meta.url).href`
            : `new URL('./${stem}.js', import.meta.url)`,
        );
        return { contents, loader: 'ts' };
      });
    },
  };
}

/**
 * What would need esbuild or the sources at run time is made now.
 * @param {string} checkout
 * @returns {import('esbuild').Plugin}
 */
function madeNow(checkout) {
  return {
    name: 'made-now',
    setup(build) {
      build.onLoad({ filter: /[\\/]setup[\\/]verifier\.mjs$/ }, async () => {
        const parts = JSON.stringify(await packVerifier(checkout));
        return { contents: `export const packVerifier = async () => (${parts});`, loader: 'js' };
      });
      build.onLoad({ filter: /[\\/]setup[\\/]languages\.mjs$/ }, () => {
        const files = JSON.stringify(languageFiles(checkout));
        return { contents: `export const languageFiles = () => ${files};`, loader: 'js' };
      });
    },
  };
}

/** @param {unknown} error */
function problemOf(error) {
  if (!(error instanceof Error) || !('errors' in error)) return error;
  const [first] = /** @type {import('esbuild').BuildFailure} */ (error).errors;
  const place = first?.location ? `${first.location.file}:${first.location.line}: ` : '';
  return new SetupProblem(messages.notCompiled(`${place}${first?.text ?? error.message}`));
}
