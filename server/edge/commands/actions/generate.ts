import { messages } from '../../../../domain/messages/index.ts';
import { generate } from '../../../../worlds/shipped/generate.ts';
import { terminalProgress } from '../../../platform/progress.ts';
import { print, printJson } from './print.ts';

interface Options {
  accounts: number;
  seed: number;
  out: string;
  json?: true;
}

export function generateWorld({ accounts, seed, out: folder, json }: Options): void {
  const made = generate({ accounts, seed, folder }, terminalProgress());
  if (json) printJson(made);
  else print(messages.generate.summary(made));
}
