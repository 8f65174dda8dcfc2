/** Packs an exhibit of so many nodes into a file, in a process of its own, and says what it took. */
import { createWriteStream } from 'node:fs';
import { dirname } from 'node:path';
import type { GraphRelation } from '../../domain/answers.ts';
import { packExhibit } from '../../server/evidence/bundle/bundle.ts';
import type { Exhibit, ExhibitRow } from '../../server/evidence/exhibit/exhibit.ts';
import type { WholeNode } from '../../server/graph/canvas/whole-nodes.ts';
import { ScratchList } from '../../server/platform/scratch-list.ts';
import { withScratch, type Scratch } from '../../server/platform/scratch.ts';
import { newSigner } from './bundles.ts';
import { exhibit, occasion } from './exhibits.ts';

const [nodes = '', path = ''] = process.argv.slice(2);

/** Accounts that log in from addresses, five accounts an address, each fact with its row; all of it lies in the scratch. */
function large(count: number, scratch: Scratch): Exhibit {
  const small = exhibit();
  const [account, , payment] = small.nodes;
  const file = { file: 'logins.csv', sha256: 'd'.repeat(64) };
  const accounts = Math.floor((count * 5) / 6);
  const ips = count - accounts;
  const at = (index: number) => new Date(Date.UTC(2024, 0, 1, 0, index)).toISOString();
  const ends = (index: number) => ({
    from: { type: 'account', id: `a${index}` } as const,
    to: { type: 'ip', id: `198.51.${Math.floor((index % ips) / 250)}.${index % 250}` } as const,
    sources: [{ ...file, line: 2 + index }],
  });
  const listed = <T>(length: number, item: (index: number) => T) => {
    const list = new ScratchList<T>(scratch.file());
    for (let index = 0; index < length; index += 1) list.push(item(index));
    return list;
  };
  const person = (index: number): WholeNode => ({
    ...account!,
    id: `a${index}`,
    caption: `Person ${index}`,
    values: { display_name: `Person ${index}`, email: `person.${index}@mail.example`, city: 'X' },
    sources: [{ file: 'accounts.csv', sha256: 'e'.repeat(64), line: 2 + index }],
  });
  const address = (index: number): WholeNode => {
    const { id } = ends(index).to;
    return { ...payment!, type: 'ip', id, caption: id };
  };
  const login = (index: number): GraphRelation => ({
    ...small.relations[0]!,
    ...ends(index % accounts),
    key: `LOGGED_IN|${index}`,
    type: 'logins.ip',
    says: 'logged in from',
    at: at(index),
    values: { user_agent: 'Mozilla/5.0 (X11; Linux x86_64)' },
  });
  const row = (index: number): ExhibitRow => {
    const text = `a${index},198.51.100.7,${at(index)},success`;
    return { ...file, line: 2 + index, text, cells: [{ column: 'all', value: text }] };
  };
  return {
    ...small,
    findings: small.findings.map((finding) => ({
      ...finding,
      evidence: Array.from({ length: 1_000 }, (_, index) => ({
        ...ends(index),
        type: 'logins.ip',
        at: at(index),
      })),
    })),
    nodes: listed(count, (index) => (index < accounts ? person(index) : address(index - accounts))),
    relations: listed(count * 2, login),
    rows: listed(count * 2, row),
  };
}

const written = await withScratch(dirname(path), (scratch) =>
  packExhibit(large(Number(nodes), scratch), occasion, newSigner(), () => createWriteStream(path)),
);
// On Linux in kilobytes.
const megabytes = process.resourceUsage().maxRSS / 1_024;
process.stdout.write(`${JSON.stringify({ ...written, megabytes })}\n`);
