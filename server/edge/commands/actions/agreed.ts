import { createInterface } from 'node:readline/promises';
import { messages } from '../../../../domain/messages/index.ts';
import { UsageError } from '../../../platform/problems.ts';

/** Asks on the terminal. Throws UsageError where nobody is there to answer: `needsYes` says what to do. */
export async function agreed(question: string, needsYes: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new UsageError(needsYes);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(question);
    return answer.trim().toLowerCase() === messages.commands.db.yesAnswer;
  } finally {
    terminal.close();
  }
}
