/** Packs the page that verifies bundles into one file that needs nothing else, nor any network. */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Language } from '../../../domain/words/language.ts';
import { wordsIn } from '../../../domain/words/index.ts';
import { havingFile } from '../../platform/languages.ts';
import '../../platform/spoken.ts';

const source = fileURLToPath(new URL('../../../verifier/page/', import.meta.url));

let packed: Promise<string> | null = null;

/** The page as HTML, the same bytes from the same program; packed when it is first asked for (some 0.2 s). */
export function verifierPage(): Promise<string> {
  packed ??= pack();
  return packed;
}

async function pack(): Promise<string> {
  const others = havingFile('verifier');
  const { outputFiles } = await build({
    absWorkingDir: source,
    entryPoints: ['style.css'],
    stdin: { contents: entry(others), resolveDir: source, sourcefile: 'page.ts', loader: 'ts' },
    outdir: source,
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
  });
  const textOf = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))!.text.trim();
  return html(textOf('.js'), textOf('.css'), ['en', ...others]);
}

/** The page, taught the languages that have words of it before it says any. */
function entry(others: readonly Language[]): string {
  return [
    `import { learn } from './language.ts';`,
    ...others.map(
      (tag, at) => `import { verifierWords as l${at} } from '../../languages/${tag}/verifier.ts';`,
    ),
    ...others.map((tag, at) => `learn(${JSON.stringify(tag)}, l${at});`),
    `void import('./main.ts');`,
  ].join('\n');
}

/** The policy names what may run by its digest: neither more script nor anything from a network. */
function html(script: string, style: string, languages: readonly Language[]): string {
  const policy = [
    `default-src 'none'`,
    `script-src '${digest(script)}'`,
    `style-src '${digest(style)}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  const noScript = languages
    .map((language) => `<p lang="${language}">${wordsIn(language).verifier.page.noScript}</p>`)
    .join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${wordsIn('en').verifier.page.title}</title>
<style>${style}</style>
</head>
<body>
<noscript>${noScript}</noscript>
<script>${script}</script>
</body>
</html>
`;
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
