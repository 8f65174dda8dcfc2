import { beforeAll, describe, expect, it } from 'vitest';
import { queryResultSchema, type ParameterValues, type QueryDraft } from '../../domain/query.ts';
import { messages } from '../../domain/messages/index.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { ConflictError, InvalidDataError, NotFoundError } from '../../server/platform/problems.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { library } from '../../server/explore/query/library.ts';
import { runQuery } from '../../server/explore/query/run.ts';
import {
  changeQuery,
  deleteQuery,
  savedQueries,
  savedQuery,
  saveQuery,
} from '../../server/explore/query/saved.ts';
import { testDatabase } from '../database.ts';

const tested = testDatabase();

beforeAll(async () => {
  const folders = ['datasets/silverstar'];
  await loadFolders(tested.database, tested.settings, folders, {}, silentProgress);
});

const shipped = await library();

/** For each query that asks for an account, how one is found of which there is something to tell. */
const accounts: Readonly<Record<string, string>> = {
  'skein-hired-by-the-same-clients':
    "(a)-[:BID_ON {status: 'accepted'}]->()-[:POSTED_BY]->()<-[:POSTED_BY]-()<-[:BID_ON {status: 'accepted'}]-()",
  'skein-beside-in-time': '(a)-[:LOGGED_IN_FROM]->()<-[:LOGGED_IN_FROM]-(:Account)',
  'skein-money-onward': "(a)-[:PAID_THROUGH {purpose: 'payout'}]->()-[:TRANSFERRED_TO]->()",
  'skein-same-payout':
    "(a)-[:PAID_THROUGH {purpose: 'payout'}]->()<-[:PAID_THROUGH {purpose: 'payout'}]-()",
  'skein-shortest-path': '(a)-[:PAID_THROUGH]->()',
};

async function values(id: string): Promise<ParameterValues> {
  const { parameters } = await savedQuery(tested.database, id);
  const usual = Object.fromEntries(parameters.map(({ name, default: value }) => [name, value]));
  const pattern = accounts[id];
  // The sample is small: what happens within minutes elsewhere happens within weeks here.
  const wide: ParameterValues = 'minutes' in usual ? { minutes: 60 * 24 * 30 } : {};
  if (pattern === undefined) return { ...usual, ...wide };
  const [row] = await tested.database.read<{ account: string; payment: string | null }>(
    `MATCH (a:Account) WHERE EXISTS { ${pattern} } OPTIONAL MATCH (a)-[:PAID_THROUGH]->(p)
     RETURN a.id AS account, p.id AS payment ORDER BY account LIMIT 1`,
  );
  if (id !== 'skein-shortest-path') return { ...usual, ...wide, account: row!.account };
  return {
    from: { type: 'account', label: 'Account', id: row!.account },
    to: { type: 'payment_account', label: 'PaymentAccount', id: row!.payment },
  };
}

describe('queries that come with Skein', () => {
  it('are at least ten, with words in both languages', () => {
    expect(shipped.length).toBeGreaterThanOrEqual(10);
    for (const { title, about, tags } of shipped) {
      expect(title).not.toBe('');
      expect(about).not.toBe('');
      expect(tags.length).toBeGreaterThan(0);
    }
  });

  it.each(shipped)(
    '$id is let through, and finds something in the sample',
    async ({ id, text }) => {
      const asked = { text, parameters: await values(id), rows: 1_000, seconds: 30 };
      const ran = await runQuery(tested.database, id, asked, new AbortController().signal);
      expect(queryResultSchema.parse(JSON.parse(ran.json)).rows.length).toBeGreaterThan(0);
      expect(ran.found.nodes.length).toBeGreaterThan(0);
    },
  );

  it.each(shipped)('$id asks for exactly the values it takes, and no claimed origin', (query) => {
    const taken = new Set([...query.text.matchAll(/\$(\w+)/g)].map((match) => match[1]));
    expect(query.parameters.map(({ name }) => name).sort()).toEqual([...taken].sort());
    expect(query.text).not.toMatch(/nationality|\.country|:Label/);
    expect(query.text).toMatch(/^\/\/ Finds: [^]*\n\/\/ Cost: /);
  });

  it('can be changed only under another title', async () => {
    const [first] = shipped;
    const changing = changeQuery(tested.database, first!.id, draft, 'x');
    await expect(changing).rejects.toThrow(ConflictError);
    await expect(deleteQuery(tested.database, first!.id)).rejects.toThrow(
      messages.queries.isShipped,
    );
  });
});

const draft: QueryDraft = {
  title: 'Éva’s <b>list</b>',
  about: 'Handles that begin so',
  text: '// mine\nMATCH (a:Account) WHERE a.handle STARTS WITH $begin RETURN a',
  parameters: [{ name: 'begin', kind: 'text', label: 'Begins with', default: 'a', required: true }],
  tags: ['mine'],
};

describe('saved queries', () => {
  it('are kept as they were written, found by every part, changed and deleted', async () => {
    const saved = await saveQuery(tested.database, draft);
    expect(saved).toMatchObject({ ...draft, shipped: false });
    expect(await savedQuery(tested.database, saved.id)).toEqual(saved);
    for (const q of ['eva', 'handles beg', 'STARTS', 'mine list']) {
      const found = await savedQueries(tested.database, q);
      expect(found.map(({ id }) => id)).toEqual([saved.id]);
    }
    expect(await savedQueries(tested.database, 'no such words')).toEqual([]);
    expect((await savedQueries(tested.database, '')).length).toBe(shipped.length + 1);

    const again = { ...draft, title: 'Another' };
    const changed = await changeQuery(tested.database, saved.id, again, saved.changed!);
    expect(changed).toMatchObject({ id: saved.id, title: 'Another', created: saved.created });
    const late = changeQuery(tested.database, saved.id, draft, saved.changed!);
    await expect(late).rejects.toThrow(ConflictError);
    await deleteQuery(tested.database, saved.id);
    await expect(savedQuery(tested.database, saved.id)).rejects.toThrow(NotFoundError);
  });

  it('are refused when they would not run', async () => {
    for (const text of ['CREATE (:X)', 'MATCH (a', "LOAD CSV FROM 'x' AS l RETURN l"])
      await expect(saveQuery(tested.database, { ...draft, text })).rejects.toThrow(
        InvalidDataError,
      );
    const twice = { ...draft, parameters: [draft.parameters[0]!, draft.parameters[0]!] };
    await expect(saveQuery(tested.database, twice)).rejects.toThrow(
      messages.queries.twice('begin'),
    );
    expect(await savedQueries(tested.database, 'mine')).toEqual([]);
  });
});
