/** What programs of others read of what we write. */
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Exhibit } from '../../server/evidence/exhibit/exhibit.ts';
import { followTheMoney } from '../../server/evidence/exchange/followthemoney.ts';
import { stix } from '../../server/evidence/exchange/stix.ts';
import { peersPython } from '../../setup/peers.mjs';

export interface ExchangeRead {
  stix: { types: Record<string, number>; twice: number; dangling: string[] };
  followthemoney: {
    schemata: Record<string, number>;
    /** Values that it takes for none. */
    lost: unknown[];
    incomplete: unknown[];
    /** What its own validation refuses. */
    invalid: unknown[];
  };
}

export interface BundleRead extends ExchangeRead {
  bagit: boolean;
  graphml: Counted;
  gexf: Counted;
}

interface Counted {
  nodes: number;
  edges: number;
  names: Record<string, string | null>;
}

const script = fileURLToPath(new URL('peers.py', import.meta.url));

function said(...asked: readonly string[]): unknown {
  return JSON.parse(execFileSync(peersPython(), [script, ...asked], { encoding: 'utf8' }));
}

/** Of an unpacked bundle. */
export function bundleRead(folder: string): BundleRead {
  return said(folder) as BundleRead;
}

/** Of folders with what `exchanged` wrote. */
export function exchangeRead(folders: readonly string[]): ExchangeRead[] {
  return said('--exchange', ...folders) as ExchangeRead[];
}

/** Writes the forms in which the bundle of an exhibit hands its graph on, as they lie in it. */
export async function exchanged(
  { nodes, relations, findings, as_of: at }: Exhibit,
  folder: string,
): Promise<void> {
  const lines = [...followTheMoney(nodes, relations)].join('');
  await writeFile(join(folder, 'followthemoney.json'), lines);
  await writeFile(
    join(folder, 'stix.json'),
    [...stix({ nodes, relations, findings, at })].join(''),
  );
}
