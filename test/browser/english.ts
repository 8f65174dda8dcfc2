import type { Page } from 'playwright-core';
import { en } from '../../domain/messages/en/index.ts';
import { messagesIn } from '../../domain/messages/index.ts';
import {
  catalogue,
  detectorInfo,
  messagesOf,
  type CatalogueEntry,
} from '../../server/detection/catalogue/catalogue.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { withLocale } from '../../server/platform/locale.ts';

const fr = messagesIn('fr');

/** Stands where a function puts in what it was given. */
const given = '\u0001';

/** Recognises what the page may say in English and not in French too. */
export type EnglishTexts = (text: string) => boolean;

/** Of all that is said in English in words, schema, detectors and the run. */
export async function englishTexts(run: DetectionResult): Promise<EnglishTexts> {
  const detectors = await catalogue();
  const [english, french] = [
    saidBy([
      en,
      detectors.map(({ messages: words, parameters }) => [words, parameters]),
      run.clusters.map(({ name, summary }) => [name, summary]),
      run.findings.map(({ title }) => title),
    ]),
    saidBy([fr, withLocale('fr', () => detectors.map((one) => [messagesOf(one), namesIn(one)]))]),
  ];
  return (text) => text !== ofTheRing && says(english, text) && !says(french, text);
}

/** What a detector's declaration says by itself. */
function namesIn(detector: CatalogueEntry) {
  const { names, parameters } = detectorInfo(detector);
  return [names, parameters.map(({ why, unit }) => [why, unit])];
}

interface Said {
  whole: Set<string>;
  patterns: RegExp[];
}

function says({ whole, patterns }: Said, text: string): boolean {
  return whole.has(text) || patterns.some((pattern) => pattern.test(text));
}

function saidBy(part: unknown): Said {
  const said: Said = { whole: new Set(), patterns: [] };
  gather(part, said);
  return said;
}

/** What a further column of the ring holds is the name of a colour. */
const ofTheRing = 'teal';

/** Values that the data hold are shown as they are where no column tells what they mean. */
const ofTheData = new Set(['values', 'links', 'default', 'headline', 'locale']);

function gather(part: unknown, said: Said): void {
  if (typeof part === 'string') said.whole.add(part);
  else if (typeof part === 'function') gatherMade(part as (...each: string[]) => unknown, said);
  else if (part !== null && typeof part === 'object')
    for (const [key, value] of Object.entries(part)) if (!ofTheData.has(key)) gather(value, said);
}

function gatherMade(make: (...each: string[]) => unknown, said: Said): void {
  let made: unknown;
  try {
    made = make(...Array.from({ length: make.length }, () => given));
  } catch {
    return;
  }
  // A pattern of marks alone would know every text.
  if (typeof made !== 'string' || !/[a-zé]{3}/i.test(made)) return;
  const pattern = made
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(given, '.+')
    .replaceAll('NaN', '.+');
  said.patterns.push(new RegExp(`^${pattern}$`, 's'));
}

/** Every text of the page, seen or heard; but for what stands in a file or a query. */
export function textsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = new Set<string>();
    const add = (text: string | null) => {
      if (text?.trim()) texts.add(text.trim());
    };
    for (const element of document.querySelectorAll('body *')) {
      if (
        element.closest(
          'script, style, pre, code, .cell-name, .cell-value, [role="menuitem"][lang]',
        )
      )
        continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        add(element.getAttribute(name));
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE) add(node.textContent);
    }
    return [...texts];
  });
}
