/** Cypher stands in `cypher/`, or ARCHITECTURE says where else and why. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkout } from '../../server/platform/settings/settings.ts';

const clause =
  /['`"( ](?:MATCH|MERGE|UNWIND|CREATE|DROP|SHOW|CALL)\s*(?:[(`]|[a-z]+\.|INDEX|CONSTRAINT|\{)/;

function read(path: string): string {
  return readFileSync(join(checkout, path), 'utf8');
}

function under(folder: string, ending: string): string[] {
  return readdirSync(join(checkout, folder), { recursive: true })
    .map((path) => join(folder, String(path)))
    .filter((path) => path.endsWith(ending));
}

/** Of the file names in the table: a star is any part of a name. */
function matches(glob: string): (path: string) => boolean {
  const name = new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`);
  return (path) => name.test(path);
}

const serverFiles = under('server', '.ts');

describe('queries', () => {
  it('stand outside cypher/ only where ARCHITECTURE says so', () => {
    const table = /## Queries outside `cypher\/`\n([^]*?)\n## /.exec(read('ARCHITECTURE.md'))![1]!;
    const globs = [...table.matchAll(/`(server\/[^`]+)`/g)].map(([, glob]) => glob!);
    const holding = serverFiles.filter((path) => clause.test(read(path)));
    expect(holding.length).toBeGreaterThan(0);
    expect(holding.filter((path) => !globs.some((glob) => matches(glob)(path)))).toEqual([]);
    for (const glob of globs) expect(holding.some(matches(glob)), glob).toBe(true);
  });

  it('are asked for by names that there are', () => {
    const texts = serverFiles.map(read).join('\n');
    const asked = /load(Query|Sql)\(\s*['`]([a-z_-]+\/[a-z_$-]+)/g;
    const names = [...texts.matchAll(asked)].map(
      ([, kind, name]) => `${name!}.${kind === 'Sql' ? 'sql' : 'cypher'}`,
    );
    expect(names.length).toBeGreaterThan(50);
    const there = under('cypher', '').map((path) => path.slice('cypher/'.length));
    const unknown = names.filter((name) => !name.includes('$') && !there.includes(name));
    expect(unknown).toEqual([]);
  });

  it('in SQL say what they count, at what cost, within what limits', () => {
    const texts = under('cypher', '.sql');
    expect(texts.length).toBeGreaterThan(30);
    for (const path of texts)
      for (const heading of ['Counts:', 'Cost:', 'Limits:'])
        expect(read(path), path).toContain(`-- ${heading}`);
  });

  it('that name an index seek in it: the server may also read the whole of an index that is only named', () => {
    const texts = [...under('cypher', '.cypher'), ...serverFiles].map(read).join('\n');
    const hints = texts.match(/USING INDEX (?:SEEK )?/g)!;
    expect(hints.length).toBeGreaterThan(20);
    expect(new Set(hints)).toEqual(new Set(['USING INDEX SEEK ']));
  });
});
