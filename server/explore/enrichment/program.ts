import { spawn } from 'node:child_process';
import { enrichmentLimits } from '../../../domain/enrichment.ts';
import { messages } from '../../../domain/messages/index.ts';
import { UnavailableError } from '../../platform/problems.ts';

const text = messages.enrichment;

interface Limits {
  seconds: number;
  bytes: number;
}

/**
 * Runs a program that reads the question and writes its answer, without a shell and without our environment. It is ended,
 * with all that it has started, when it takes too long or writes too much. Throws UnavailableError.
 */
export function answerOfProgram(
  title: string,
  { file, args }: { file: string; args: readonly string[] },
  question: string,
  limits: Limits = enrichmentLimits,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      stdio: ['pipe', 'pipe', 'ignore'],
      // Settings of ours, passwords among them, are no program's business.
      env: { PATH: process.env['PATH'], LANG: 'C.UTF-8' },
      // A group of its own, so that what it starts can be ended with it.
      detached: true,
    });
    const chunks: Buffer[] = [];
    let length = 0;
    const end = (why: string) => {
      clearTimeout(timer);
      child.stdout.destroy();
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
      reject(new UnavailableError(why));
    };
    const timer = setTimeout(() => end(text.slow(title, limits.seconds)), limits.seconds * 1_000);
    child.on('error', (error: NodeJS.ErrnoException) =>
      end(text.notStarted(title, error.code ?? error.message)),
    );
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limits.bytes) end(text.large(title, limits.bytes));
      else chunks.push(chunk);
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) resolve(Buffer.concat(chunks));
      else reject(new UnavailableError(text.ended(title, String(code ?? signal))));
    });
    // One that does not read what it is asked may answer all the same.
    child.stdin.on('error', () => undefined);
    child.stdin.end(question);
  });
}
