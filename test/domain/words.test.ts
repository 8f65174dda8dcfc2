import { describe, expect, it } from 'vitest';
import { registerMessages } from '../../domain/messages/browser.ts';
import { en } from '../../domain/messages/en/index.ts';
import browser from '../../languages/fr/browser.ts';
import later from '../../languages/fr/later.ts';
import server from '../../languages/fr/server.ts';
import { count, french, listed } from '../../languages/fr/typography.ts';
import { messages, messagesIn } from '../../domain/messages/index.ts';
import { languages, preferred } from '../../domain/messages/language.ts';
import { withLocale } from '../../server/platform/locale.ts';
import { otherLanguages, saidIn } from '../../server/platform/languages.ts';
import { looseSpace, textsOf } from './texts.ts';

describe('the language of a reader', () => {
  it.each([
    ['fr', 'fr'],
    ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
    ['de-DE, fr;q=0.5', 'fr'],
    ['fr;q=0, en', 'en'],
    ['', 'en'],
    ['ko', 'en'],
  ])('of %j is %s', (wanted, language) => {
    expect(preferred(wanted)).toBe(language);
  });

  it('is asked for anew whenever a part that a module holds on to is read', () => {
    const held = messages.page;
    for (const language of languages()) {
      const spoken = withLocale(language, () => held.locale);
      expect(spoken.slice(0, 2)).toBe(language);
    }
  });

  it('may lack any text: it is said in English then, with numbers in the form of the language', () => {
    registerMessages('de-x-gaps', { page: { empty: 'nichts', header: { help: 'Hilfe' } } });
    const german = messagesIn('de-x-gaps');
    expect(german.page.header.help).toBe('Hilfe');
    expect(german.page.header.skip).toBe(en.page.header.skip);
    expect(german.search).toEqual(en.search);
    expect((1234.5).toLocaleString(german.page.locale)).toBe('1.234,5');
  });
});

/** Parts, texts and parameters that English does not have. */
function beyondEnglish(its: unknown, english: unknown, path: string): string[] {
  if (typeof its === 'function' && typeof english === 'function')
    return its.length > english.length ? [`${path}(${its.length})`] : [];
  if (Array.isArray(its) || typeof its !== 'object' || its === null)
    return typeof its === typeof english ? [] : [path];
  if (typeof english !== 'object' || english === null) return [path];
  const known = english as Readonly<Record<string, unknown>>;
  return Object.entries(its).flatMap(([key, one]) =>
    key in known ? beyondEnglish(one, known[key], `${path}.${key}`) : [`${path}.${key}`],
  );
}

describe.each(otherLanguages)('what is given in %s', (language) => {
  it.each(['browser', 'later', 'server'])(
    'of %s is a part of what is said in English',
    async (of) => {
      const its = (await saidIn(of)).get(language) ?? {};
      expect(beyondEnglish(its, en, of)).toEqual([]);
    },
  );
});

/** Texts that are the same in both languages: names, marks and words of one spelling. */
const cognates: readonly string[] = [
  '********',
  '/',
  '?',
  'Ctrl + E',
  'Ctrl + F',
  'Ctrl + H',
  'Ctrl + I',
  'Ctrl + Z',
  'GEXF (Gephi)',
  'GraphML (yEd, NetworkX)',
  'Id',
  'PNG',
  'Page',
  'Pause',
  'Relation',
  'Relations',
  'Score',
  'Skein',
  'Signature',
  'Source',
  'T',
  'Type',
  '12/31/2024 2:05 PM',
  '2024-12-31T14:05',
  '31/12/2024 14:05',
  'C',
  'CSV',
  'Condition',
  'Dates',
  'Export',
  'MATCH (a:Account)-[r:LOGGED_IN_FROM]->(i:Ip) RETURN a, r, i LIMIT 25',
  'NEO4J_URI=neo4j://host:7687 NEO4J_USER=… NEO4J_PASSWORD=… npm start',
  'Notes',
  'a',
  'c',
  'd',
  'j, k, →, ←',
  'r',
  'x',
  'UTF-16',
  'UTF-8',
  'Version',
  'Windows-1252, Latin-1',
  'indigo',
  'judgements.ndjson',
  'orange',
  'relation',
  'violet',
  'client',
  'bag-info.txt',
  'bagit.txt',
  'custody.json',
  'detectors.json',
  'exceptions.ndjson',
  'explanation-checks.ndjson',
  'export.json',
  'graph.gexf',
  'graph.graphml',
  'manifest-sha256.txt',
  'missing-rows.ndjson',
  'nodes.csv',
  'picture.png',
  'picture.svg',
  'queries/',
  'relations.csv',
  'report.html',
  'report.pdf',
  'signature.json',
  'signer.pem',
  'tagmanifest-sha256.txt',
  'timestamp-signature.json',
  'verify-by-hand.txt',
  'z',
  'board.json',
  'by-hand.json',
  'narrative.md',
  'timestamp.tsr',
  'totals.csv',
  'findings.json',
  'followthemoney.json',
  'menu',
  'message',
  'mobile',
  'mule',
  'note',
  'photo',
  'portfolio',
  'score',
  'settings.json',
  'site',
  'source',
  'source-rows.ndjson',
  'stix.json',
  'subgraph.json',
  'type',
  'verify.html',
  'version',
  'visa',
  '—',
  '↑ ↓',
];

/** Functions that put in no word, or one of these. */
const wordless: readonly string[] = [
  'caseWork.counted',
  'cases.goneFromTo',
  'cases.goneRelations',
  'cases.noted',
  'cases.writtenBy',
  'conditionPage.version',
  'detect.badAsOf',
  'evidence.page.findingHead',
  'evidence.page.rule',
  'evidence.page.sha256',
  'evidence.picture.ofType',
  'evidence.picture.several',
  'exceptions.page.byAt',
  'explanationChecks.byAt',
  'intake.page.currentOpen',
  'judgements.page.byAt',
  'judgements.page.same',
  'looks.between',
  'looks.groups.cluster',
  'looks.kinds.one',
  'looks.story.kind',
  'looks.story.things',
  'looks.story.weighs',
  'narrow.notes',
  'numbers.hours',
  'numbers.version',
  'overviewPage.file',
  'page.canvas.bundled',
  'page.dates',
  'page.details.version',
  'page.details.weighedAs',
  'page.relations',
  'queries.completion.ends',
  'queries.list.by',
  'queries.result.cut',
  'queue.openOf',
  'report.number',
  'report.version',
  'triage.page.byAt',
  'trialPage.basis.own',
  'trialPage.reason',
  'trials.command.basis.own',
  'trials.command.cluster',
  'trials.command.decided',
  'trials.command.decidedFor',
  'trials.command.line',
  'trials.command.reason',
  'views.hours.sessions',
  'views.payouts.purpose',
  'watchedPattern.named',
  'watchedPattern.queue.pattern',
];

const isMade = ([path]: readonly [string, string]) => path.endsWith(')');

describe('French', () => {
  const fr = { ...browser, ...later, ...server };
  const [english, translated] = [textsOf(en), textsOf(fr)];

  it('is no English but for words of one spelling', () => {
    const same = [...english].filter(([path, text]) => translated.get(path) === text);
    const [made, held] = [same.filter(isMade), same.filter((one) => !isMade(one))];
    expect([...new Set(held.map(([, text]) => text))].sort()).toEqual([...cognates].sort());
    expect([...new Set(made.map(([path]) => path.slice(0, path.indexOf('('))))].sort()).toEqual(
      [...wordless].sort(),
    );
    expect([...english].filter(isMade).length).toBeGreaterThan(700);
  });

  it('breaks no line before a high mark or a percent sign, nor inside quotation marks', () => {
    const loose = [...translated].filter(([, text]) => looseSpace.test(text));
    expect(loose).toEqual([]);
  });
});

describe('a French text', () => {
  it('is set as French is, and what is put into it stays as it is', () => {
    expect(french`« ${'a : b'} » : ${3} % ?`).toBe('«\u00a0a : b\u00a0»\u00a0: 3\u00a0%\u202f?');
    expect(count(0, 'compte', 'comptes')).toBe('0 compte');
    expect(count(12_345, 'compte', 'comptes')).toBe('12\u202f345 comptes');
    expect(listed(['a', 'b', 'c'])).toBe('a, b et c');
  });
});
