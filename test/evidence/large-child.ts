/** Packs an exhibit of so many nodes into a file, in a process of its own, and says what it took. */
import { createWriteStream } from 'node:fs';
import { packExhibit } from '../../server/evidence/bundle/bundle.ts';
import type { Exhibit } from '../../server/evidence/exhibit/exhibit.ts';
import { newSigner } from './bundles.ts';
import { exhibit, occasion } from './exhibits.ts';

const [nodes = '', path = ''] = process.argv.slice(2);

/** Accounts that log in from addresses, five accounts an address, each fact with its row. */
function large(count: number): Exhibit {
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
    nodes: [
      ...Array.from({ length: accounts }, (_, index) => ({
        ...account!,
        id: `a${index}`,
        caption: `Person ${index}`,
        values: {
          display_name: `Person ${index}`,
          email: `person.${index}@mail.example`,
          city: 'X',
        },
        sources: [{ file: 'accounts.csv', sha256: 'e'.repeat(64), line: 2 + index }],
      })),
      ...Array.from({ length: ips }, (_, index) => ({
        ...payment!,
        type: 'ip' as const,
        id: ends(index).to.id,
        caption: ends(index).to.id,
      })),
    ],
    relations: Array.from({ length: count * 2 }, (_, index) => ({
      ...small.relations[0]!,
      ...ends(index % accounts),
      key: `LOGGED_IN|${index}`,
      type: 'logins.ip',
      says: 'logged in from',
      at: at(index),
      values: { user_agent: 'Mozilla/5.0 (X11; Linux x86_64)' },
    })),
    rows: Array.from({ length: count * 2 }, (_, index) => {
      const text = `a${index},198.51.100.7,${at(index)},success`;
      return { ...file, line: 2 + index, text, cells: [{ column: 'all', value: text }] };
    }),
  };
}

const whole = large(Number(nodes));
const written = await packExhibit(whole, occasion, newSigner(), () => createWriteStream(path));
// On Linux in kilobytes.
const megabytes = process.resourceUsage().maxRSS / 1_024;
process.stdout.write(`${JSON.stringify({ ...written, megabytes })}\n`);
