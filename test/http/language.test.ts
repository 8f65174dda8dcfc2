import { beforeAll, describe, expect, it } from 'vitest';
import type { DetectorInfo, Explanation, Graph, NeighbourCount } from '../../domain/answers.ts';
import type { Cluster, Finding } from '../../domain/finding.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { testDatabase } from '../database.ts';
import { loadRing } from '../explore/ring.ts';
import { ask, servedApp } from './served.ts';

const tested = testDatabase();
const app = servedApp(tested);
let result: DetectionResult;

beforeAll(async () => {
  result = await loadRing(tested);
});

async function answered(path: string, language: string, body?: unknown) {
  const headers = { 'accept-language': language, 'content-type': 'application/json' };
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  return ask(app.port, `/api/v1${path}`, { headers, ...sent });
}

/** What is answered at an address, in both languages. */
async function both<T>(path: string): Promise<{ en: T; fr: T }> {
  const [en, fr] = await Promise.all(
    ['en', 'fr-FR, en;q=0.5'].map(async (language) => {
      const { status, text, headers } = await answered(path, language);
      expect(status).toBe(200);
      expect(headers['content-language']).toBe(language.slice(0, 2));
      return JSON.parse(text) as T;
    }),
  );
  return { en: en!, fr: fr! };
}

describe('an answer in French', () => {
  it('tells findings anew from their facts, and in English as the run stored them', async () => {
    const { en, fr } = await both<{ items: Finding[] }>('/findings');
    expect(en.items.map(({ title }) => title).sort()).toEqual(
      result.findings.map(({ title }) => title).sort(),
    );
    expect(fr.items).toHaveLength(en.items.length);
    fr.items.forEach((finding, at) => {
      expect(finding.title).not.toBe(en.items[at]!.title);
      expect({ ...finding, title: '' }).toEqual({ ...en.items[at]!, title: '' });
    });
    expect(fr.items.some(({ title }) => /\d comptes/.test(title))).toBe(true);
  });

  it('names clusters by the same bonds', async () => {
    const { en, fr } = await both<{ items: Cluster[] }>('/clusters');
    expect(en.items[0]!.summary).toBe(result.clusters[0]!.summary);
    expect(fr.items[0]!.name).toMatch(/^\d+ comptes par /);
    expect(fr.items[0]!.summary.split(/, | et /)).toHaveLength(
      en.items[0]!.summary.split(/, | and /).length,
    );
  });

  it('keeps the title that another version of a detector gave', async () => {
    const [first] = result.findings;
    const older = JSON.stringify({ ...first!, version: first!.version + 1, title: 'As it was' });
    const set = (json: string) =>
      tested.database.write('MATCH (f:SkeinFinding {id: $id}) SET f.json = $json', {
        id: first!.id,
        json,
      });
    await set(older);
    const { fr } = await both<Finding>(`/findings/${first!.id}`);
    await set(JSON.stringify(first));
    expect(fr.title).toBe('As it was');
  });

  it('says what a relation says, and why two accounts are linked', async () => {
    const counts = await both<{ items: NeighbourCount[] }>('/nodes/account%3Aa1/neighbours');
    const of = (items: NeighbourCount[]) => items.find(({ type }) => type === 'logins.ip')!.says;
    expect([of(counts.en.items), of(counts.fr.items)]).toEqual([
      'logged in from',
      's’est connecté depuis',
    ]);
    const graph = await both<Graph>('/nodes/company%3Ac1/expand?type=links&limit=50');
    const said = ({ relations }: Graph) => relations.map(({ says }) => says);
    expect(said(graph.en)).toContain('controls');
    expect(said(graph.fr)).toContain('contrôle');
    const why = await both<Explanation>('/explain?a=a1&b=a2');
    expect(why.en.weights[0]!.reason).toContain('shared by');
    expect(why.fr.weights[0]!.reason).toContain('en commun à');
    expect(why.fr.weights[0]!.what).not.toBe(why.en.weights[0]!.what);
  });

  it('describes every detector, its parameters, facts and weights', async () => {
    const { en, fr } = await both<{ items: DetectorInfo[] }>('/detectors');
    fr.items.forEach((detector, at) => {
      const english = en.items[at]!;
      // English has them only of facts whose own name does not say what they count.
      for (const [name, said] of Object.entries(english.names ?? {})) {
        expect(detector.names).toHaveProperty([name]);
        expect(detector.names?.[name]).not.toBe(said);
      }
      for (const text of ['title', 'looks_for', 'blind_to'] as const)
        expect(detector[text]).not.toBe(english[text]);
      detector.parameters.forEach(({ name, why, unit }, parameter) => {
        expect(why).not.toBe(english.parameters[parameter]!.why);
        expect(unit === null).toBe(english.parameters[parameter]!.unit === null);
        expect(detector.names).toHaveProperty([name]);
      });
      detector.weights.forEach(({ why }, weight) => {
        expect(why).not.toBe(english.weights[weight]!.why);
      });
    });
  });

  it('says what is wrong, zod’s reasons too', async () => {
    const missing = await answered('/nodes/account%3Anobody', 'fr');
    expect(JSON.parse(missing.text)).toMatchObject({
      title: 'Introuvable',
      detail: 'Il n’y a pas de nœud account:nobody dans le graphe.',
    });
    const nowhere = await answered('/nowhere', 'fr');
    expect(JSON.parse(nowhere.text)).toMatchObject({ status: 404, title: 'Introuvable' });
    const wrong = JSON.parse((await answered('/findings?limit=many', 'fr')).text) as {
      errors: { problem: string }[];
    };
    expect(wrong.errors[0]!.problem).toContain('attendu');
    const english = JSON.parse((await answered('/findings?limit=many', 'en')).text) as {
      errors: { problem: string }[];
    };
    expect(english.errors[0]!.problem).toContain('expected');
  });
});

describe('why a relation was inferred', () => {
  it('is sent as it is stored, for files and boards to hold; the page says it to its reader', async () => {
    const { en: counts } = await both<{ items: NeighbourCount[] }>(
      '/nodes/account%3Aa2/neighbours',
    );
    const { type } = counts.items.find((one) => one.type.startsWith('derived.'))!;
    const { en, fr } = await both<Graph>(`/nodes/account%3Aa2/expand?type=${type}&limit=50`);
    const reasons = ({ relations }: Graph) => relations.map(({ values }) => values['reason']);
    expect(reasons(en)).not.toEqual([]);
    expect(reasons(fr)).toEqual(reasons(en));
  });
});

describe('a file', () => {
  it('has the same bytes, whatever its reader speaks', async () => {
    const path = `/export?cluster=${result.clusters[0]!.id}`;
    const [en, fr] = await Promise.all(['en', 'fr'].map((language) => answered(path, language)));
    // All but `export.json`, which says when.
    const digests = (zip: string) => zip.match(/^[0-9a-f]{64} {2}data\/\S+$/gm);
    expect([en!.status, fr!.status], en!.text.slice(0, 500)).toEqual([200, 200]);
    expect(digests(en!.text)).toContainEqual(expect.stringContaining('report.html'));
    expect(digests(fr!.text)).toEqual(digests(en!.text));
  });

  it('calls relations as in English, though the canvas shows them in French', async () => {
    const expanded = await answered('/nodes/account%3Aa1/expand?type=logins.ip&limit=5', 'fr');
    const { nodes, relations } = JSON.parse(expanded.text) as Graph;
    expect(relations[0]!.says).toBe('s’est connecté depuis');
    const body = { nodes: nodes.map(({ type, id }) => `${type}:${id}`), relations };
    const { text } = await answered('/graph/file?format=relations', 'fr', body);
    expect(text).toContain('logged in from');
    expect(text).not.toContain('connecté');
  });
});
