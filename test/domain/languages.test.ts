/** What a language lacks is said in English; Spanish, which has much and lacks much, shows it. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { BareFinding } from '../../domain/finding.ts';
import { en } from '../../domain/messages/en/index.ts';
import { messages, messagesIn } from '../../domain/messages/index.ts';
import { languageName, languages, preferred } from '../../domain/messages/language.ts';
import {
  catalogue,
  detectorInfo,
  messagesOf,
  type CatalogueEntry,
} from '../../server/detection/catalogue/catalogue.ts';
import { localizeFindings } from '../../server/detection/runs/localize.ts';
import { coverageOf, languagesPage } from '../../server/edge/docs/languages-page.ts';
import { library, shippedQueries } from '../../server/explore/query/library.ts';
import { withLocale } from '../../server/platform/locale.ts';

let detectors: readonly CatalogueEntry[];
beforeAll(async () => {
  detectors = await catalogue();
});
const detector = (id: string) => detectors.find((one) => one.id === id)!;

describe('Spanish', () => {
  it('is known by its folder alone', () => {
    expect(languages()).toEqual(['en', 'es', 'fr']);
    expect(preferred('es-MX, en;q=0.8')).toBe('es');
    expect(languageName('es', 'en-GB')).toBe('Spanish');
  });

  it('is said where it is written, and English elsewhere', () => {
    withLocale('es', () => {
      expect(messages.page.lists.findings).toBe('Hallazgos');
      expect(messages.triage.states.dismissed).toBe('descartado');
      expect(messages.page.product).toBe(en.page.product);
      expect(messages.queries.tab).toBe(en.queries.tab);
      expect(messages.report.kicker).toBe(en.report.kicker);
    });
  });

  it('has numbers and days in its own form', () => {
    const { page } = messagesIn('es');
    expect(page.nodes(12_345)).toBe('12.345 nodos');
    expect(page.nodes(1)).toBe('1 nodo');
    expect(new Date('2022-05-31').toLocaleDateString(page.locale, { month: 'long' })).toBe('mayo');
  });

  it('tells of its detectors, their parameters and facts', () => {
    const info = withLocale('es', () => detectorInfo(detector('shared-payout')));
    expect(info.title).toBe('Un cobro, varios titulares');
    expect(info.parameters[0]).toMatchObject({ name: 'hub_accounts', unit: 'cuentas' });
    expect(info.names).toMatchObject({ holder_name: 'titular' });
  });
});

describe.each(['es', 'fr'])('a detector without a word of %s', (language) => {
  it('is told of in English', () => {
    const untold = { ...detector('bid-flood'), translated: new Map() };
    const inEnglish = detectorInfo(untold);
    const info = withLocale(language, () => detectorInfo(untold));
    expect(withLocale(language, () => messagesOf(untold))).toEqual(untold.messages);
    expect({ ...info, weights: [], names: {} }).toEqual({ ...inEnglish, weights: [], names: {} });
  });
});

it('a finding is told in English where its detector has no headline in the language', async () => {
  const { version, messages: own } = detector('bid-flood');
  const facts = {
    ...{ bids: 40, accepted: 0, expected: 3, busiest_month: 30, logins: 12 },
    ...{ first_bid: '2024-01-01T00:00:00Z', last_bid: '2024-02-01T00:00:00Z', peers: 'web' },
    ...{ peers_accounts: 30, peers_busiest_month: 9, peers_bids_per_login: 1.2 },
  };
  const finding: BareFinding = {
    ...{
      id: 'F-1',
      detector: 'bid-flood',
      version,
      score: 0.5,
      title: '',
      accounts: ['a1'],
      facts,
    },
    ...{
      nodes: [],
      indicators: ['P8'],
      possible_role: 'operator',
      first_seen: null,
      last_seen: null,
    },
  };
  const [spanish] = await withLocale('es', () => localizeFindings([finding]));
  expect(spanish!.title).toBe(`a1: ${own.headline(facts)}`);
  const [french] = await withLocale('fr', () => localizeFindings([finding]));
  expect(french!.title).toContain('40 offres');
});

it('a query without a word of Spanish is told of in English', async () => {
  const inEnglish = await library();
  expect(await withLocale('es', () => library())).toEqual(inEnglish);
});

describe('docs/LANGUAGES.md', () => {
  it('counts what is given, and names what is missing by its path', async () => {
    const covered = await coverageOf(detectors, await shippedQueries());
    const spanish = covered.find(({ language }) => language === 'es')!;
    const partOf = (name: string) => spanish.parts.find((part) => part.name === name)!;
    expect(partOf('page').missing).toContainEqual({ path: 'product', texts: 1 });
    expect(partOf('report').missing).toEqual([{ path: '', texts: partOf('report').texts }]);
    expect(partOf('detectors/shared-ip').missing).toEqual([]);
    const missing = spanish.parts.flatMap((part) => part.missing.map(({ texts }) => texts));
    expect(spanish.given).toBe(spanish.texts - missing.reduce((sum, texts) => sum + texts, 0));
    expect(languagesPage(covered)).toContain('## Missing in Spanish');
  });
});
