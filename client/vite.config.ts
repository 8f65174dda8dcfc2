import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
import { nodeIcons } from './node-icons.ts';

/** `vite client` shows the page as it is edited, beside a running `skein up` on the usual port. */
const server = process.env['SKEIN_DEV_SERVER'] ?? 'http://127.0.0.1:4680';

/** What is served compressed is compressed once, here. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  writeBundle: async ({ dir = '' }, bundle) => {
    for (const file of Object.keys(bundle).filter((name) => /\.(js|css|svg)$/.test(name))) {
      const path = join(dir, file);
      await writeFile(`${path}.gz`, gzipSync(await readFile(path), { level: 9 }));
    }
  },
};

/** What the page starts with is asked for together with it, not when its first script has run. */
const askAtOnce: Plugin = {
  name: 'ask-at-once',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const needed = importedBy('start', chunks);
      const scripts = needed.map(({ fileName }) => ['modulepreload', fileName, {}] as const);
      const styles = needed
        .flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
        .map((file) => ['preload', file, { as: 'style' }] as const);
      return [...scripts, ...styles]
        .filter(([, file]) => !html.includes(file))
        .map(([rel, file, more]) => ({
          tag: 'link',
          attrs: { rel, crossorigin: true, href: `/${file}`, ...more },
          injectTo: 'head',
        }));
    },
  },
};

/** What routes and their values are about stands in the description of the API; the page asks by their names, and need not bring those words. */
const withoutAbout: Plugin = {
  name: 'without-about',
  apply: 'build',
  transform: {
    filter: { id: /\/domain\/(api\/|input\/)?[a-z-]+\.ts$/ },
    handler: (code) =>
      code
        .replaceAll(aboutRoute, '')
        .replaceAll(aboutValue, '')
        .replaceAll(seenAlone, "$1'see',")
        .replaceAll(unseenRoute, ''),
  },
};

const aboutRoute = /^\s+about:\s*(['"`])(?:\\.|(?!\1)[^\\])*\1,$/gm;
/** What the server alone holds to; of it the page needs to know what is refused to those who do not `see` (`api/refusal.ts`), in few bytes. */
const seenAlone = /^(\s+may: )['"`]look['"`],\n\s+unseen: ['"`]refused['"`],$/gm;
const unseenRoute = /^\s+unseen: (?:['"`][a-z]+['"`]|\{ plain: ['"`][^\n]*['"`] \}),$/gm;
const aboutValue = /\.meta\(\{\s*description:\s*(['"`])(?:\\.|(?!\1)[^\\])*\1,?\s*\}\)/g;

/** The chunk of that name, and all that it needs before it runs. */
function importedBy(name: string, chunks: readonly Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const needed = new Set(chunks.filter((chunk) => chunk.name === name));
  for (const { imports } of needed)
    for (const file of imports) {
      const imported = byFile.get(file);
      if (imported) needed.add(imported);
    }
  return [...needed];
}

/** What every page needs at first though parts that come later need it too. */
const neededAtFirst =
  /client\/src\/(?:(?:state|news|subject|provenance|detection|board\/(?:kept|judged)|workspace)\/|api\/(?:caller|fetch|later|masked|new-id|problems-of|queries|problem|refusal|signed-out)\.|ui\/(?:Failure|ScoreBar|StageWaiting)\.)/;

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [withoutAbout, react(), nodeIcons(), askAtOnce, compressed],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    // What tells zod not to compile its checks must run before any schema is declared, in whatever chunk that is. What is needed
    // at first is shorter in one than in many.
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What they need stays where it is: the words are brought before any module that holds on to them.
          includeDependenciesRecursively: false,
          groups: [
            { name: 'zod', test: /node_modules\/zod\/|src\/api\/no-eval\.ts/, priority: 1 },
            { name: 'workspace', test: neededAtFirst },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', proxy: { '/api': { target: server, changeOrigin: true } } },
});
