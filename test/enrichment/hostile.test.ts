/** Real programs and real services that answer well, badly, without end or not at all. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkout } from '../../setup/checkout.mjs';
import { factsIn } from '../../server/explore/enrichment/answer.ts';
import { declaredEnrichers, programOf } from '../../server/explore/enrichment/declared.ts';
import { answerOfProgram } from '../../server/explore/enrichment/program.ts';
import { answerOfService } from '../../server/explore/enrichment/service.ts';

const fact = { name: 'registrar', value: 'A registrar', source: 'a file' };
const good = JSON.stringify({ facts: [fact] });
const limits = { seconds: 1, bytes: 10_000 };
let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'skein-enrichment-'));
  await mkdir(home, { recursive: true });
});

/** Node with a script as the program. */
async function ofScript(script: string, question = '{}') {
  const program = { file: process.execPath, args: ['-e', script] };
  return factsIn('It', await answerOfProgram('It', program, question, limits));
}

const write = (text: string) => `process.stdout.write(${JSON.stringify(text)})`;

describe('an answer', () => {
  it.each([
    ['no JSON', '<html><body>Login</body></html>', 'is not JSON'],
    ['nothing', '', 'is not JSON'],
    ['another form', '{"result": []}', 'has not the form'],
    ['a fact without a source', '{"facts": [{"name": "a", "value": "b"}]}', 'facts.0.source'],
    ['a number as value', '{"facts": [{"name": "a", "value": 1, "source": "c"}]}', 'facts.0.value'],
    ['what it may not have beside', '{"facts": [], "html": "<b>"}', 'html'],
    ['the prototype of objects', '{"facts": [], "__proto__": {"admin": true}}', '__proto__'],
    ['a constructor', '{"facts": [{"constructor": {"prototype": 1}}]}', 'constructor|prototype'],
    ['too many facts', JSON.stringify({ facts: Array(201).fill(fact) }), 'facts'],
  ])('that is %s is refused in words', (_what, said, problem) => {
    expect(() => factsIn('It', Buffer.from(said))).toThrow(new RegExp(problem));
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  it('is taken with what may be left out', () => {
    expect(factsIn('It', Buffer.from(good))).toEqual([{ ...fact, date: null, thing: null }]);
  });
});

describe('a program', () => {
  it('reads the question and answers, without our environment', async () => {
    process.env['SKEIN_SECRET_OF_TEST'] = 'hush';
    const script = `let q='';process.stdin.on('data',d=>q+=d).on('end',()=>process.stdout.write(JSON.stringify({facts:[{name:'asked',value:q,source:String(process.env.SKEIN_SECRET_OF_TEST)}]})))`;
    const [told] = await ofScript(script, '{"version":1}');
    delete process.env['SKEIN_SECRET_OF_TEST'];
    expect(told).toMatchObject({ value: '{"version":1}', source: 'undefined' });
  });

  it('that does not read what it is asked may answer all the same', async () => {
    expect(await ofScript(write(good), 'x'.repeat(500_000))).toHaveLength(1);
  });

  it.each([
    [
      'writes without end',
      'setInterval(()=>process.stdout.write("x".repeat(5000)),1)',
      'longer than',
    ],
    ['never answers', 'setInterval(()=>{},1000)', 'within 1 second'],
    [
      'leaves a child that holds on to its output',
      `require('child_process').spawn(process.execPath,['-e','setInterval(()=>{},1000)'],{stdio:'inherit'});${write(good)}`,
      'within 1 second',
    ],
    ['fails', `${write(good)};process.exitCode=3`, 'ended with 3'],
    ['kills itself', 'process.kill(process.pid,"SIGKILL")', 'SIGKILL'],
  ])('that %s is ended, and that is said', async (_what, script, problem) => {
    await expect(ofScript(script)).rejects.toThrow(problem);
  });

  it('that is not there is said', async () => {
    const program = { file: join(home, 'nowhere'), args: [] };
    await expect(answerOfProgram('It', program, '{}', limits)).rejects.toThrow('ENOENT');
  });
});

describe('a service', () => {
  const respond: { with: RequestListener } = { with: (_asked, answer) => answer.end(good) };
  const server = createServer((asked, answer) => respond.with(asked, answer));
  let url: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const asked = () => answerOfService('It', url, '{}', { home }, limits);
  const allow = (hosts: readonly string[]) =>
    writeFile(join(home, 'allowed.json'), JSON.stringify({ enrichment: { hosts } }));

  it('is asked only where the operator allows its host', async () => {
    await expect(asked()).rejects.toThrow('does not allow');
    await allow([new URL(url).host]);
    expect(factsIn('It', await asked())).toHaveLength(1);
  });

  it.each<[string, RequestListener, string]>([
    ['is huge', (_asked, answer) => answer.end('x'.repeat(50_000)), 'longer than'],
    ['never ends', (_asked, answer) => void answer.write('{'), 'within 1 second'],
    ['never begins', () => undefined, 'within 1 second'],
    ['fails', (_asked, answer) => answer.writeHead(500).end('<h1>no</h1>'), 'status 500'],
    [
      'leads elsewhere',
      (_asked, answer) => answer.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
      'status 302',
    ],
    ['breaks off', (_asked, answer) => answer.destroy(), 'could not be reached'],
  ])('whose answer %s is refused in words', async (_what, how, problem) => {
    await allow([new URL(url).host]);
    respond.with = how;
    await expect(asked()).rejects.toThrow(problem);
  });
});

describe('what the operator declares', () => {
  const declare = (enrichers: unknown) =>
    writeFile(join(home, 'enrichers.json'), JSON.stringify({ enrichers }));
  const one = { id: 'rdap', title: 'RDAP files', types: ['ip'] };

  it('is nobody without a file', async () => {
    expect(await declaredEnrichers({ home: join(home, 'elsewhere') })).toEqual([]);
  });

  it.each([
    ['neither command nor url', [one], 'either'],
    ['both', [{ ...one, command: ['/bin/true'], url: 'http://a.example' }], 'either'],
    ['a program by a relative path', [{ ...one, command: ['./run'] }], 'absolute'],
    ['a program that does not ship', [{ ...one, command: ['skein:../../x'] }], 'absolute'],
    ['a file as url', [{ ...one, url: 'file:///etc/passwd' }], 'url'],
    ['an unknown type', [{ ...one, types: ['planet'], command: ['/bin/true'] }], 'types'],
    ['two of one id', [1, 2].map(() => ({ ...one, command: ['/bin/true'] })), 'same id'],
  ])('with %s is refused in words', async (_what, enrichers, problem) => {
    await declare(enrichers);
    await expect(declaredEnrichers({ home })).rejects.toThrow(problem);
  });
});

describe('the enricher of RDAP files', () => {
  const folder = join(checkout, 'docs', 'enrichment');
  const about = async (node: { type: string; id: string; caption?: string }) => {
    const question = JSON.stringify({ version: 1, node: { caption: node.id, ...node } });
    const program = programOf(['skein:rdap-files', folder]);
    const facts = factsIn('RDAP', await answerOfProgram('RDAP', program, question));
    return facts.map(({ name, value, thing, date }) => [name, value, thing, date]);
  };

  it('answers for an address within a network, and for none beside it', async () => {
    expect(await about({ type: 'ip', id: '192.0.2.7' })).toEqual([
      ['network', 'EXAMPLE-HOSTING', null, '2026-11-01'],
      ['registrant', 'Example Hosting Ltd', 'company', '2026-11-01'],
    ]);
    expect(await about({ type: 'ip', id: '198.51.100.7' })).toEqual([]);
    expect(await about({ type: 'ip', id: '::ffff' })).toEqual([]);
  });

  it('answers for a website by its domain and those below it', async () => {
    const facts = await about({
      type: 'website',
      id: 'w1',
      caption: 'https://www.example.com/team',
    });
    expect(facts.map(([name]) => name)).toEqual([
      ...['registrant', 'registration', 'expiration', 'name servers'],
    ]);
    expect(await about({ type: 'website', id: 'notexample.com' })).toEqual([]);
  });
});
