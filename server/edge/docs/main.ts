/** `npm run docs` writes the generated pages; with `--check` it fails when one is stale. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { catalogue } from '../../detection/catalogue/catalogue.ts';
import { openApiDocument } from '../http/openapi.ts';
import { shippedWeights } from '../../detection/weights/weights.ts';
import { detectorsPage } from './detectors-page.ts';
import { shippedQueries } from '../../explore/query/library.ts';
import { indicatorsPage } from './indicators-page.ts';
import { coverageOf, languagesPage } from './languages-page.ts';
import { schemaPage } from './schema-page.ts';
import { scoresPage } from './scores-page.ts';
import { wingsPicture } from './wings-picture.ts';

const entries = await catalogue();
const languages = await coverageOf(entries, await shippedQueries());
const pages: Record<string, string> = {
  'SCHEMA.md': schemaPage(),
  'DETECTORS.md': detectorsPage(entries),
  'INDICATORS.md': indicatorsPage(entries),
  'LANGUAGES.md': languagesPage(languages),
  'SCORES.md': scoresPage(shippedWeights(), entries),
  'wings.svg': await wingsPicture(),
  'openapi.json': JSON.stringify(openApiDocument(), null, 2),
};

const check = process.argv.includes('--check');
for (const [name, content] of Object.entries(pages)) {
  const file = fileURLToPath(new URL(`../../../docs/${name}`, import.meta.url));
  const text = `${content}\n`;
  if (!check) await writeFile(file, text);
  else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    process.stderr.write(`docs/${name} is stale; run "npm run docs" and commit it.\n`);
    process.exitCode = 1;
  }
}

// No failure: what a language lacks is said in English.
for (const { language, given, texts } of languages)
  if (check && given < texts)
    process.stdout.write(
      `${language}: ${given} of ${texts} texts; docs/LANGUAGES.md lists the others.\n`,
    );
