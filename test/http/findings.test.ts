import { beforeAll, describe, expect, it } from 'vitest';
import { routes, type Answer } from '../../domain/api/api.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { nodesByRef } from '../../server/graph/canvas/canvas.ts';
import { changeItems } from '../../server/decisions/triage/change.ts';
import { testDatabase } from '../database.ts';
import { loadRing } from '../explore/ring.ts';
import { ask, servedApp } from './served.ts';

const tested = testDatabase();
const app = servedApp(tested);
let result: DetectionResult;

beforeAll(async () => {
  result = await loadRing(tested);
});

async function listed(query: string, language = 'en'): Promise<Answer<'findings'>> {
  const answered = await ask(app.port, `/api/v1/findings?${query}`, {
    headers: { 'accept-language': language },
  });
  expect(answered.status, answered.text).toBe(200);
  return routes.findings.answer.parse(JSON.parse(answered.text));
}

const ids = async (query: string, language?: string) =>
  (await listed(query, language)).items.map(({ id }) => id).sort();
const those = (fits: (finding: DetectionResult['findings'][number]) => boolean) =>
  result.findings
    .filter(fits)
    .map(({ id }) => id)
    .sort();

describe('the list of findings', () => {
  it('says how many there are in all, on every page', async () => {
    const first = await listed('limit=1');
    expect(first.items).toHaveLength(1);
    expect(first.total).toBe(result.findings.length);
    expect(result.findings.length).toBeGreaterThan(1);
    const second = await listed(`limit=1&cursor=${first.next!}`);
    expect(second.total).toBe(result.findings.length);
    expect((await listed('account=nobody')).total).toBe(0);
  });

  it('names what its titles name by ids as the canvas does', async () => {
    const { items } = await listed('limit=50');
    const naming = items.filter(({ title, nodes }) => nodes.some(({ id }) => title.includes(id)));
    expect(naming.length).toBeGreaterThan(0);
    for (const { title, nodes, named } of naming) {
      const shown = await nodesByRef(tested.database, named);
      expect(named).toEqual(
        shown.map(({ shown: { type, id, caption } }) => ({ type, id, caption })),
      );
      expect(named.map(({ id }) => id)).toEqual(
        nodes
          .map(({ id }) => id)
          .filter((id) => title.includes(id))
          .slice(0, 8),
      );
    }
  });

  it('is narrowed by score from both sides', async () => {
    const score = result.findings[0]!.score;
    expect(await ids(`min_score=${score}&max_score=${score}`)).toEqual(
      those((finding) => finding.score === score),
    );
    expect(await ids(`max_score=${score - 0.000_001}`)).toEqual(
      those((finding) => finding.score < score),
    );
  });

  it('is narrowed by cluster and by indicator', async () => {
    const cluster = result.clusters[0]!;
    expect(await ids(`cluster=${cluster.id}`)).toEqual([...cluster.findings].sort());
    const indicator = result.findings.flatMap(({ indicators }) => indicators)[0]!;
    const citing = those(({ indicators }) => indicators.includes(indicator));
    expect(citing.length).toBeGreaterThan(0);
    expect(await ids(`indicator=${indicator}`)).toEqual(citing);
    const wrong = await ask(app.port, '/api/v1/findings?indicator=Z99');
    expect(wrong.status).toBe(400);
  });

  it('is searched by words of title, account and id, and by the name of the detector as it is read', async () => {
    const payout = those(({ detector }) => detector === 'shared-payout');
    expect(payout.length).toBeGreaterThan(0);
    const [id] = payout;
    expect(await ids(`text=${id}`)).toEqual([id]);
    expect(await ids('text=shared-payout')).toEqual(payout);
    expect(await ids('text=no+such+words')).toEqual([]);
    const { items } = await listed('detector=shared-payout', 'fr');
    expect(items.map((finding) => finding.id).sort()).toEqual(payout);
    const detectors = await ask(app.port, '/api/v1/detectors', {
      headers: { 'accept-language': 'fr' },
    });
    const title = (
      JSON.parse(detectors.text) as { items: { id: string; title: string }[] }
    ).items.find((one) => one.id === 'shared-payout')!.title;
    expect(await ids(`text=${encodeURIComponent(title)}`, 'fr')).toEqual(payout);
  });

  it('is narrowed by what was decided', async () => {
    const { id } = result.findings[0]!;
    const acting = {
      ...{ home: tested.settings.home, by: 'ana', now: new Date().toISOString() },
      fourEyes: false,
    };
    await changeItems(tested.database, acting, [{ id, rests_on: 0 }], {
      ...{ state: 'dismissed', reason: 'family', why: 'brothers' },
    });
    expect(await ids('state=dismissed')).toEqual([id]);
    expect(await ids('state=new')).toEqual(those((finding) => finding.id !== id));
    expect(await ids('state=open')).toEqual(those((finding) => finding.id !== id));
    expect((await listed('state=confirmed')).total).toBe(0);
  });

  it('says of the queue too how long all of it is', async () => {
    const { text } = await ask(app.port, '/api/v1/triage?limit=1');
    const queue = routes.triage.answer.parse(JSON.parse(text));
    expect(queue.items).toHaveLength(1);
    expect(queue.total).toBe(result.findings.length + result.clusters.length);
  });
});
