import { isPart, type Given } from '../../../domain/given.ts';
import { en } from '../../../domain/messages/en/index.ts';
import type { Messages } from '../../../domain/messages/index.ts';
import { languageName } from '../../../domain/messages/language.ts';
import { factNames, type CatalogueEntry } from '../../detection/catalogue/catalogue.ts';
import { otherLanguages, saidIn } from '../../platform/languages.ts';
import type { Shipped } from '../../explore/query/library.ts';
import { table } from './table.ts';

/** What a language gives of the texts that Skein has. */
export interface Coverage {
  language: string;
  given: number;
  texts: number;
  parts: readonly PartCoverage[];
}

interface PartCoverage {
  /** As `page`, `detectors/shared-ip`. */
  name: string;
  texts: number;
  /** By path within the part; a part of it of which nothing is given stands for all of its texts. */
  missing: readonly Missing[];
}

interface Missing {
  path: string;
  texts: number;
}

/** What each language but English gives, and what it lacks. */
export async function coverageOf(
  detectors: readonly CatalogueEntry[],
  queries: readonly Shipped[],
): Promise<Coverage[]> {
  const files = await Promise.all(
    ['browser', 'later', 'server'].map((name) => saidIn<Given<Messages>>(name)),
  );
  return otherLanguages.map((language) => {
    const words = files.reduce<Given<Messages>>(
      (all, file) => ({ ...all, ...file.get(language) }),
      {},
    );
    const parts = [
      ...Object.entries(en).map(([name, all]) => partOf(name, all, words[name as keyof Messages])),
      ...detectors.map((one) =>
        partOf(`detectors/${one.id}`, textsOf(one), one.translated.get(language)),
      ),
      ...queries.map(({ id, query, translated }) =>
        partOf(`library/${id}`, query.messages, translated.get(language)),
      ),
    ];
    const sum = (counted: readonly { texts: number }[]) =>
      counted.reduce((all, { texts }) => all + texts, 0);
    const texts = sum(parts);
    return { language, texts, given: texts - sum(parts.flatMap((part) => part.missing)), parts };
  });
}

/** The words of a detector with what its declaration says by names of its own, which other languages say in words. */
function textsOf({ messages: words, parameters, facts }: CatalogueEntry): object {
  const ofParameters = Object.entries(parameters).map(([name, { why, unit }]) => [
    name,
    { name, why, ...(unit === undefined ? {} : { unit }) },
  ]);
  return {
    ...words,
    parameters: Object.fromEntries(ofParameters) as object,
    facts: Object.fromEntries(factNames(facts).map((name) => [name, name])),
  };
}

function partOf(name: string, all: unknown, its: unknown): PartCoverage {
  return { name, texts: countOf(all), missing: missingIn(all, its, '') };
}

function missingIn(all: unknown, its: unknown, path: string): Missing[] {
  if (its === undefined) return [{ path, texts: countOf(all) }];
  if (!isPart(all) || !isPart(its)) return [];
  const given: Readonly<Record<string, unknown>> = { ...its };
  return Object.entries(all).flatMap(([key, one]) =>
    missingIn(one, given[key], path === '' ? key : `${path}.${key}`),
  );
}

/** A list of texts is given whole, and counts as one. */
function countOf(part: unknown): number {
  if (!isPart(part)) return 1;
  return Object.values(part).reduce((sum: number, one) => sum + countOf(one), 0);
}

/** docs/LANGUAGES.md: what each language gives, and what is said in English instead. */
export function languagesPage(languages: readonly Coverage[]): string {
  return [
    '# Languages',
    'Generated from `languages/` by `npm run docs`. English has every text; what another language lacks is said in English.',
    table(
      ['language', 'texts given', 'of', 'share'],
      languages.map(({ language, given, texts }) => [
        `\`${language}\` ${languageName(language, 'en')}`,
        given.toLocaleString('en'),
        texts.toLocaleString('en'),
        `${Math.floor((given / texts) * 100)} %`,
      ]),
    ),
    ...languages.filter(({ given, texts }) => given < texts).map(gaps),
  ].join('\n\n');
}

function gaps({ language, parts }: Coverage): string {
  const lines = parts
    .filter(({ missing }) => missing.length > 0)
    .map(({ name, texts, missing }) => `- \`${name}\`: ${missingSays(texts, missing)}`);
  return `## Missing in ${languageName(language, 'en')}\n\n${lines.join('\n')}`;
}

function missingSays(texts: number, missing: readonly Missing[]): string {
  if (missing[0]?.path === '') return `all ${texts}`;
  return missing
    .map(({ path, texts: of }) => (of === 1 ? `\`${path}\`` : `\`${path}\` (${of})`))
    .join(', ');
}
