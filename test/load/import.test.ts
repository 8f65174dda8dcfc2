import { readFile, rm } from 'node:fs/promises';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Load } from '../../domain/answers.ts';
import type { Database } from '../../server/graph/neo4j/database.ts';
import { localLayout } from '../../server/graph/neo4j/local-layout.ts';
import { stopLocal } from '../../server/graph/neo4j/local-status.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { openDatabase } from '../../server/operations/store/open.ts';
import { silentProgress, type Progress } from '../../server/platform/progress.ts';
import { checkout, type Settings } from '../../server/platform/settings/settings.ts';
import { testDatabase } from '../database.ts';
import { prepareHome } from '../prepared-home.ts';
import { quickJava } from '../quick-java.ts';
import { settingsOf } from '../settings-of.ts';
import { long } from '../long.ts';
import { folderOf } from './folder-of.ts';
import { dumpGraph } from './graph-dump.ts';

const tested = testDatabase();
process.env['JAVA_TOOL_OPTIONS'] ??= quickJava;
const homes: string[] = [];
afterAll(async () => {
  for (const home of homes) {
    await stopLocal(home);
    await rm(home, { recursive: true, force: true });
  }
});

interface Made {
  graph: string[];
  /** By label or relation and property, the kinds of its values. */
  kinds: unknown[];
  indexes: unknown[];
  load: Load;
  rejects: string[];
  steps: string[];
}

interface Asked {
  /** Loaded later, into what is there then. */
  after?: readonly string[];
  /** Happens as the first file is read. */
  meanwhile?: (database: Database) => Promise<void>;
}

/** By Neo4j's import, into a database in a home of its own. */
async function imported(folders: readonly string[], asked: Asked = {}): Promise<Made> {
  const home = await mkdtemp(join(tmpdir(), 'skein-import-'));
  homes.push(home);
  await prepareHome(home, silentProgress);
  const settings = settingsOf(home);
  const opened = await openDatabase(settings, silentProgress);
  try {
    return await loaded(opened.database, settings, folders, 0, asked);
  } finally {
    await opened.close();
  }
}

/** The live way, into the emptied database of the run's server. */
async function live(folders: readonly string[], asked: Asked = {}): Promise<Made> {
  await tested.empty();
  return loaded(tested.database, tested.settings, folders, Infinity, asked);
}

async function loaded(
  database: Database,
  settings: Settings,
  folders: readonly string[],
  importFrom: number,
  { after = [], meanwhile = () => Promise.resolve() }: Asked,
): Promise<Made> {
  const steps: string[] = [];
  let happened: Promise<void> | undefined;
  // Whatever is asked after the first file was begun is asked after that.
  const read = database.read.bind(database);
  database.read = async <T>(...asked: Parameters<typeof read>) => {
    await happened;
    return read<T>(...asked);
  };
  const progress: Progress = {
    step: (name) => {
      if (name.startsWith('Loading ')) happened ??= meanwhile(database);
      steps.push(name);
    },
    advance: () => undefined,
    end: () => undefined,
  };
  // As the page loads.
  const options = { importFrom, called: [] };
  const load = await loadFolders(database, settings, folders, options, progress);
  await happened;
  database.read = read;
  const rejects: string[] = [];
  for (const { rejects: path } of load.files)
    rejects.push(path === null ? '' : await readFile(path, 'utf8'));
  if (after.length > 0) await loadFolders(database, settings, after, {}, silentProgress);
  const files = load.files.map((file) => ({ ...file, rejects: file.rejects !== null }));
  return {
    graph: await dumpGraph(database),
    kinds: await kindsIn(database),
    indexes: await database.read('SHOW INDEXES YIELD name, state RETURN name, state ORDER BY name'),
    load: { ...load, load: '', files } as unknown as Load,
    rejects,
    steps,
  };
}

function kindsIn(database: Database): Promise<unknown[]> {
  return database.read(
    `CALL () {
       MATCH (n) WHERE NOT n:Skein UNWIND keys(n) AS name
       // Into an empty database all is new: an import names no things, and the first run asks about whatever there is.
       WITH n, name WHERE NOT (n:SkeinLoad AND name = 'things')
       RETURN labels(n)[0] AS of, name, valueType(n[name]) AS kind
     UNION ALL
       MATCH ()-[r]->() UNWIND keys(r) AS name RETURN type(r) AS of, name, valueType(r[name]) AS kind
     }
     RETURN DISTINCT of, name, kind ORDER BY of, name, kind`,
  );
}

const sample = join(checkout, 'datasets', 'silverstar');
const importing = 'Bringing the graph into the empty database';

/** What an import could get wrong: keys that come twice, ends that nobody describes, quotes, line ends, lists, odd columns. */
const odd = {
  'accounts.csv': [
    'account_id,display_name,legal_name,platform,created_at,referred_by,odd column,phone',
    'a1,"Ann ""the"" Fox","first line\nsecond, line\r\nthird",up,2024-01-01T00:00:00Z,a9,x,1',
    'a2,정성화,"\u2028 and \u2029, \\"" and ;","one",,,,2',
    'a1,Ann Fox,,,,a8,y,1',
    ',nobody,,,,,,3',
    'a3,  blanks  ,,,2024-01-01T10:00:00+02:00,a2,"",4',
    'a4,=cmd(),,,never,,,5',
  ].join('\n'),
  'logins.csv': [
    'account_id,ip,device_id,started_at,user_agent',
    'a1,10.0.0.1,d1,2024-01-01T00:00:00Z,agent',
    'a1,10.0.0.1,d1,2024-01-01T00:00:00Z,another agent',
    'a7,2001:db8::1,,2024-01-01T00:01:00Z,"multi\nline"',
    'a2,not an address,d2,2024-01-01T00:02:00Z,agent',
  ].join('\n'),
  // Names that an import would read as kinds, groups or nothing, and many columns of which each row fills another.
  'companies.csv': [
    'company_id,name,x:ID,y:IGNORE,"q""uote",{a:1},a:int,"li\nne",plain',
    'c1,One,1,2,3,4,5,6,7',
    'c2,Two,,,,,,,8',
  ].join('\n'),
  'persons.csv': [
    `person_id,name,${Array.from({ length: 40 }, (_, at) => `more ${at}`).join(',')}`,
    ...Array.from({ length: 40 }, (_, row) =>
      [
        `p${row}`,
        `Person ${row}`,
        ...Array.from({ length: 40 }, (_, at) => (at === row ? at : '')),
      ].join(','),
    ),
  ].join('\n'),
  'devices.csv': 'device_id,os\nd2,Linux\nd2,Linux\nd3,macOS\n',
  'transfers.csv':
    'transfer_id,from_payment_account_id,to_payment_account_id,amount,currency,sent_at\nt1,m1,m6,1000000,USD,2024-01-01T00:00:00Z\nt2,m2,m1,0.1,EUR,2024-01-02T00:00:00Z\n',
  'links.csv':
    'from_type,from_id,to_type,to_id,kind\naccount,a1,account,a2,family_of\naccount,a5,watchlist_entry,w1,linked_to\naccount,a5,watchlist_entry,w2,linked_to\n',
  'watchlist.csv':
    'list,entry_id,name,aliases\nOFAC,w1,Somebody,Some|Body\nOFAC,w2,Nobody,\nUN,w2,Nobody,\nUN,w2,Nobody else,\nUN,w3,Parted,un\u001fit|two\n',
  'labels.csv': 'account_id,role\na1,operator\n',
};

/** An import that could not be done is followed by the live way, which reads all of it again. */
function expectReadOnce({ steps }: Made): void {
  const read = steps.filter((step) => step.startsWith('Loading '));
  expect(read).toEqual([...new Set(read)]);
}

describe('an empty local database that takes a load by Neo4j’s import', () => {
  it('holds afterwards what the live way would have stored, property by property, and says the same', async () => {
    const folders = [await folderOf(odd)];
    const [stored, brought] = [await live(folders), await imported(folders)];
    expect(stored.steps).not.toContain(importing);
    expect(brought.steps).toContain(importing);
    expectReadOnce(brought);
    expect(brought.graph).toEqual(stored.graph);
    expect(brought.kinds).toEqual(stored.kinds);
    expect(brought.indexes).toEqual(stored.indexes);
    expect(brought.load).toEqual(stored.load);
    expect(brought.rejects).toEqual(stored.rejects);
    expect(stored.rejects.join('')).toContain('not an address');
  });

  it('does so with the sample, and takes more the live way as ever', long, async () => {
    const more = [
      await folderOf({ 'accounts.csv': 'account_id,phone\na02374,+1 555 0100\nnew,1\n' }),
    ];
    const [stored, brought] = [
      await live([sample], { after: more }),
      await imported([sample], { after: more }),
    ];
    expectReadOnce(brought);
    expect(brought.graph).toEqual(stored.graph);
    expect(brought.kinds).toEqual(stored.kinds);
    expect(brought.load).toEqual(stored.load);
    const left = await readdir(homes.at(-1)!);
    expect(left.filter((name) => name.startsWith('import-'))).toEqual([]);
    expect(await readdir(localLayout(homes.at(-1)!).home)).not.toContain('set-aside');
  });

  it('stores row by row what it could not import, and says why', async () => {
    const folders = [await folderOf({ 'accounts.csv': 'account_id,phone\na1,1\na2,2\n' })];
    const meanwhile = async (database: Database) => {
      await database.write("CREATE (:Account {id: 'meanwhile'})");
    };
    const { load, graph } = await imported(folders, { meanwhile });
    expect(load.notes.join()).toMatch(/^Neo4j’s import could not be used.*wrote into the database/);
    expect(load.files).toMatchObject([{ added: 2 }]);
    expect(graph.join()).toContain('meanwhile');
  });
});
