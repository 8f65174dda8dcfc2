import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cypherFolder } from '../../../../cypher/load-query.ts';
import { messages } from '../../../../domain/messages/index.ts';
import { checkout } from '../../../platform/settings/settings.ts';
import { ConflictError, UsageError } from '../../../platform/problems.ts';
import { print } from './print.ts';

const text = messages.parameters.command;

const template = join(cypherFolder, 'detector-template');

/** What a detector consists of, from the template's files; each is whole, and passes as it is written. */
const parts = [
  { from: 'detector.cypher', to: (id: string) => `cypher/detectors/${id}.cypher` },
  { from: 'detector.ts', to: (id: string) => `cypher/detectors/${id}.ts` },
  { from: 'detector.test.txt', to: (id: string) => `test/detectors/${id}.test.ts` },
  { from: 'recount.txt', to: (id: string) => `test/figures/recounts/${id}.ts` },
  { from: 'expected.json', to: (id: string) => `datasets/silverstar/expected/${id}.json` },
];

/** Writes a detector that runs, its test, and what it must find in the sample; overwrites nothing. */
export async function create(id: string): Promise<void> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) throw new UsageError(text.badId(id));
  // Who only runs Skein has no tests, and what is written here would be gone with the next version.
  if (!existsSync(join(checkout, 'test', 'detectors'))) throw new UsageError(text.noCheckout);
  const targets = parts.map(({ to }) => to(id));
  const there = targets.find((path) => existsSync(join(checkout, path)));
  if (there !== undefined) throw new ConflictError(text.exists(id, there));
  for (const { from, to } of parts) {
    const content = await readFile(join(template, from), 'utf8');
    const path = join(checkout, to(id));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content.replaceAll('detector-id', id), { flag: 'wx' });
  }
  for (const path of targets) print(path);
  print(text.next(id));
}
