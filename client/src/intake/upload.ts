import { problemSchema } from '../../../domain/answers.ts';
import type { IntakeFile } from '../../../domain/intake.ts';
import { messages } from '../../../domain/messages/later.ts';
import { addressOf } from '../api/fetch.ts';
import { language } from '../api/language.ts';
import { ProblemError, UnreachableError } from '../api/problem.ts';

const text = messages.intake.page;

interface Sending {
  signal: AbortSignal;
  onSent: (bytes: number) => void;
}

/**
 * Sends a file byte for byte. By XMLHttpRequest: `fetch` does not tell how much has gone out.
 * Throws ProblemError for a file that is refused, UnreachableError when nothing answers.
 */
export function upload(id: string, file: File, { signal, onSent }: Sending): Promise<IntakeFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', addressOf('uploadFile', { intake: id, name: file.name }));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', language);
    request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded));
    request.addEventListener('load', () => {
      const body = parsed(request.responseText);
      if (request.status === 200) resolve(body as IntakeFile);
      else reject(problemOf(body));
    });
    request.addEventListener('error', () => reject(new UnreachableError(text.unreachable)));
    request.addEventListener('abort', () => reject(new UnreachableError(text.stopped)));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function problemOf(body: unknown): Error {
  const problem = problemSchema.safeParse(body);
  if (!problem.success) return new UnreachableError(text.unreachable);
  const [first] = problem.data.errors ?? [];
  return first ? new Error(first.problem) : new ProblemError(problem.data);
}
