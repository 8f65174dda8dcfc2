import { addTo } from '../../../domain/group-by.ts';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { messages } from '../../../domain/messages/index.ts';
import { exactCsvLine } from '../../../domain/csv-line.ts';
import { writeOwnFile } from '../../platform/own-file.ts';
import { InvalidDataError } from '../../platform/problems.ts';

/** What an import made. */
export interface MispImport {
  folder: string;
  networks: number;
  /** Entries that are no address or network, which say nothing of what accounts share. */
  left_out: number;
}

const text = messages.load.misp;

/** MISP's format of a warning list; https://github.com/MISP/misp-warninglists, schema.json. */
const listSchema = z.object({
  name: z.string(),
  version: z.int(),
  type: z.string(),
  list: z.array(z.string()),
});

/**
 * Turns warning lists of MISP, each a list.json, into a dataset folder: their addresses and networks become
 * known_shared, so that accounts which meet there are linked by little. A network on two lists is written once,
 * with both names. Throws InvalidDataError for a file that is no such list.
 */
export async function importMispWarninglists(
  sources: readonly string[],
  out: string,
): Promise<MispImport> {
  const reasons = new Map<string, string[]>();
  let leftOut = 0;
  for (const source of sources) {
    const { name, version, list } = await readList(source);
    const reason = text.reason(name, version);
    for (const entry of list) {
      const network = networkOf(entry);
      if (network === null) leftOut += 1;
      else addTo(reasons, network, reason);
    }
  }
  const rows = [...reasons].map(([network, all]) => ['ip', network, [...new Set(all)].join('; ')]);
  await mkdir(out, { recursive: true });
  await writeOwnFile(
    join(out, 'known_shared.csv'),
    [['type', 'value', 'reason'], ...rows].map(exactCsvLine).join(''),
  );
  return { folder: out, networks: rows.length, left_out: leftOut };
}

async function readList(source: string): Promise<z.infer<typeof listSchema>> {
  const content = await readFile(source, 'utf8').catch(() => {
    throw new InvalidDataError(text.noFile(source));
  });
  const read = listSchema.safeParse(parsed(source, content));
  if (!read.success) throw new InvalidDataError(text.notAList(source));
  return read.data;
}

function parsed(source: string, content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new InvalidDataError(text.notAList(source));
  }
}

/** An address, or a network by CIDR, as it stands; null for a host name, a pattern and the like. */
function networkOf(entry: string): string | null {
  const value = entry.trim();
  return ipaddr.isValid(value) || ipaddr.isValidCIDR(value) ? value : null;
}
