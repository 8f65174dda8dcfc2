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

/** As the driver says it of what its own transactions try again. */
function isPassing(error: unknown): boolean {
  return error instanceof Error && 'retriable' in error && error.retriable === true;
}
