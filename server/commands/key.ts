import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { words } from '../../domain/words/index.ts';
import { NotFoundError } from '../problems.ts';
import { readSettings } from '../settings.ts';
import { distrust, rotate, signer, trust, trustedKeys } from '../signing/key-store.ts';
import { print, printJson } from './print.ts';

const text = words.signing;

export function keyCommand(program: Command): void {
  const group = program.command('key').description(text.command.about);

  group
    .command('show')
    .description(text.command.show)
    .option('--pem', text.command.pem)
    .option('--json', words.commands.jsonOption)
    .action(show);
  group
    .command('rotate')
    .description(text.command.rotate)
    .action(async () => print(text.rotated((await rotate(readSettings().home)).id)));
  group
    .command('trust <file>')
    .description(text.command.trust)
    .requiredOption('--name <name>', text.command.name)
    .action(async (file: string, { name }: { name: string }) => {
      const key = await trust(readSettings().home, await pemOf(file), name);
      print(text.trusted(key.name, key.id));
    });
  group
    .command('distrust <id>')
    .description(text.command.distrust)
    .action(async (id: string) => {
      const key = await distrust(readSettings().home, id);
      print(text.distrusted(key.name, key.id));
    });
}

async function show({ pem, json }: { pem?: true; json?: true }): Promise<void> {
  const { home } = readSettings();
  const { id, pem: own } = await signer(home);
  const trusted = await trustedKeys(home);
  if (json) printJson({ id, pem: own, trusted });
  else if (pem) print(own.trimEnd());
  else for (const { id, name, since, until } of trusted) print(text.line(id, name, since, until));
}

async function pemOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new NotFoundError(text.noKeyFile(file));
  }
}
