/** Every sentence that counts, called with none, one and two: never “1 days”, “1 are”, « 0 jours ». */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  catalogue,
  messagesOf,
  type CatalogueEntry,
} from '../../server/detection/catalogue/catalogue.ts';
import { withLocale } from '../../server/platform/locale.ts';
import { countingFunctions, functionAt, sampleOf, type Kind } from './counting.ts';

const checkout = join(import.meta.dirname, '..', '..');
const folders = {
  en: join(checkout, 'domain', 'messages', 'en'),
  es: join(checkout, 'languages', 'es'),
  fr: join(checkout, 'languages', 'fr'),
};
const files = readdirSync(folders.en).filter((name) => name.endsWith('.ts'));

/** Words that end in s and are none of several, or that a number does not count. */
const notPlural = {
  en: /^(?:is|has|was|its|as|this|less|address|access|business|status|runs|holds|leads|rates|names|keeps|follows|comes|scores|waits|s|ms|alias|process|shares)$/,
  es: /^(?:más|es|las|los|sus|país|tras)$/,
  fr: /^(?:d’autres|plus|aux|des|les|ses|pas|pays|fois|flux|lus|deux|est|jusqu’aux|s|ms|Mis|dans|sans|sous|puis|vers|prix|accès)$/,
};
const several = {
  en: /^(?:are|have|were|do)$/,
  es: /^(?:son|están|han|eran)$/,
  fr: /^(?:sont|ont|étaient|ne sont)$/,
};

type Language = keyof typeof notPlural;

/** Numbers of one (in French of none, too) before a word of several, the number alone being one that was put in. */
function faultsIn(text: string, language: Language): string[] {
  const number = language === 'fr' ? '[01]' : '1';
  const counted = new RegExp(
    `(?<![\\d.,:–\\-\\p{L}])${number}[ \\u00a0\\u202f]([\\p{L}’-]+)(?:[ \\u00a0\\u202f]([\\p{L}’-]+))?`,
    'gu',
  );
  return [...text.matchAll(counted)]
    .filter(([, first = '', second = '']) => {
      if (several[language].test(first)) return true;
      if (isPlural(first, language)) return true;
      // “1 calendar days”: what stands between is no word of its own.
      return describing[language].test(first) && isPlural(second, language);
    })
    .map(([found]) => found);
}

/** Words that stand between a number and what it counts. */
const describing = {
  en: /^(?:more|other|new|calendar|honest|unrelated|source|weaker|selected|linked|cited|personal|small|different|like|free|whole|IP|e-mail|postal|telephone|payment|rejected|archived)$/,
  es: /^(?:otro|otra|nuevo|nueva|primer|último|última)$/,
  fr: /^(?:autre|nouveau|nouvelle|petite|petit|premier|dernière|première)$/,
};

function isPlural(word: string, language: Language): boolean {
  return /[sx]$/.test(word) && !notPlural[language].test(word) && !/(?:ss|us|is)$/.test(word);
}

describe.each(files)('%s', (file) => {
  const functions = countingFunctions(join(folders.en, file));

  it.each(['en', 'es', 'fr'] as const)('counts rightly in %s', async (language) => {
    const path = join(folders[language], file);
    // What is declared in English alone is another language's by another file.
    const words: unknown = existsSync(path) ? await import(path) : null;
    const faults: string[] = [];
    for (const [at, kinds] of functions) {
      const make = functionAt(words, at);
      // Limits of the program and identifiers are no counts that may be one.
      if (make === null || notCounts.has(at)) continue;
      for (const number of [0, 1, 2])
        for (const fault of faultsIn(said(make, kinds, number), language))
          faults.push(`${at}: ${fault}`);
    }
    expect([...new Set(faults)]).toEqual([]);
  });
});

/** What a function says; nothing where it takes no such sample. */
function said(make: (...given: unknown[]) => unknown, kinds: readonly Kind[], number: number) {
  try {
    return [make(...kinds.map((kind) => sampleOf(kind, number)))].flat().join('\n');
  } catch {
    return '';
  }
}

/** Of these the rule that says them sees to it that there are several. */
const notCounts = new Set([
  // A dense block has several raters and rated accounts, and wording in common is told in at least two runs of words;
  // the sentences are stored, and read back word for word.
  'reasonsMessages.ratingBlock',
  'reasonsMessages.wording',
  // Limits of the program's own, each of several.
  'databaseMessages.incidents.tooOften',
  'detectMessages.tooManyRows',
  'loadMessages.header.columnName',
  'loadMessages.header.swells',
  'loadMessages.record.deep',
  'loadMessages.record.manyCells',
  'loadMessages.record.manyLines',
  'loadMessages.record.manyValues',
  'queriesMessages.refused.deepValues',
  'queriesMessages.refused.manyValues',
  'queriesMessages.refused.span',
  'queriesMessages.refused.tooDeep',
  'queriesMessages.refused.tooMany',
  'queriesMessages.refused.tooManyBraces',
  'queriesMessages.refused.tooManyClauses',
  'queriesMessages.refused.tooManyOperators',
  'schedulesMessages.inbox.tooMany',
]);

describe('headlines of detectors', () => {
  let detectors: readonly CatalogueEntry[];
  beforeAll(async () => {
    detectors = await catalogue();
  });

  it.each(['en', 'es', 'fr'] as const)('count rightly in %s', (language) => {
    const told = detectors.filter(
      ({ translated }) => language === 'en' || translated.get(language)?.headline,
    );
    const faults = told.flatMap((detector) =>
      [1, 2].flatMap((number) => {
        const facts = factsOf(shapeOf(detector.facts), number);
        const made = withLocale(language, () => messagesOf(detector).headline(facts));
        return faultsIn(made, language).map((fault) => `${detector.id}: ${fault}`);
      }),
    );
    expect([...new Set(faults)]).toEqual([]);
  });
});

function shapeOf(facts: z.ZodType): Shape {
  return z.toJSONSchema(facts, { io: 'input', unrepresentable: 'any' }) as Shape;
}

interface Shape {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Shape[];
  oneOf?: Shape[];
  items?: Shape;
  properties?: Record<string, Shape>;
  prefixItems?: Shape[];
}

/** Facts of that shape with this number wherever they hold one. */
function factsOf(shape: Shape, number: number): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  const [first] = shape.anyOf ?? shape.oneOf ?? [];
  if (first) return factsOf(first, number);
  switch (shape.type) {
    case 'integer':
    case 'number':
      return number;
    case 'string':
      return 'thing';
    case 'boolean':
      return true;
    case 'array':
      return Array.from({ length: number }, () => factsOf(shape.items ?? {}, number));
    case 'object':
      return Object.fromEntries(
        Object.entries(shape.properties ?? {}).map(([name, one]) => [name, factsOf(one, number)]),
      );
    default:
      return null;
  }
}
