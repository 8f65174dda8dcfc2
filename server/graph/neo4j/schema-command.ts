import type { Database } from './database.ts';

/** Two programs that prepare one database at once hold each other up; the server ends one of them, which begins again. */
const mostTries = 20;

/** Runs a statement that makes or drops a constraint or an index, and does no harm when it is run again. */
export async function schemaCommand(database: Database, statement: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await database.command(statement);
      return;
    } catch (error) {
      if (!isPassing(error) || tries === mostTries) throw error;
    }
  }
}

/** What the driver's own transactions try again, and what another has made or dropped just before. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '', retriable } = error as Error & { code?: string; retriable?: boolean };
  return retriable === true || outrun.test(code);
}

const outrun = /^Neo\.ClientError\.Schema\.\w+(?:AlreadyExists|NotFound|DropFailed)$/;
