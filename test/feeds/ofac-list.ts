import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** An entry of a made-up list, in the columns of OFAC's files that tests ask about. */
export interface MadeEntry {
  number: number;
  name: string;
  /** `-0-`, a company, where left out. */
  type?: 'individual';
  remarks?: string;
  aliases?: string[];
  /** Street, place, country. */
  addresses?: [string, string, string][];
}

const nothing = '-0- ';

/** The three files, to the letter as OFAC writes them, by name. */
export function ofacFiles(entries: readonly MadeEntry[]): Record<string, string> {
  const sdn = entries.map(({ number, name, type, remarks }) =>
    line(number, name, type, 'TEST', ...(Array(7).fill(undefined) as undefined[]), remarks),
  );
  const alt = entries.flatMap(({ number, aliases = [] }) =>
    aliases.map((alias, at) => line(number, number * 10 + at, 'aka', alias, undefined)),
  );
  const add = entries.flatMap(({ number, addresses = [] }) =>
    addresses.map((address, at) => line(number, number * 10 + at, ...address, undefined)),
  );
  return {
    'sdn.csv': `${sdn.join('')}\u001a`,
    'alt.csv': `${alt.join('')}\u001a`,
    'add.csv': `${add.join('')}\u001a`,
  };
}

function line(...cells: (string | number | undefined)[]): string {
  const written = cells.map((cell) =>
    cell === undefined ? nothing : typeof cell === 'number' ? String(cell) : `"${cell}"`,
  );
  return `${written.join(',')}\r\n`;
}

export async function writeOfacList(folder: string, entries: readonly MadeEntry[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(ofacFiles(entries)))
    await writeFile(join(folder, name), content);
}
