import type { EventsAnswer } from '../../../domain/events.ts';
import type { Database } from '../../graph/neo4j/database.ts';

/** What the database keeps of a batch, so that all servers agree on what became of it. */
export interface EventBatch {
  key: string;
  /** SHA-256 of its rows. */
  digest: string;
  received: string;
  /** Id of the load that stores it; a batch taken up again goes on with the same one. */
  load: string;
  /** Null until all of its rows are stored. */
  answer: EventsAnswer | null;
}

type BatchRow = Omit<EventBatch, 'answer'> & { answer: string | null };

const columns =
  'b.key AS key, b.digest AS digest, b.received AS received, b.load AS load, b.answer AS answer';

export async function batchOf(database: Database, key: string): Promise<EventBatch | null> {
  const [found] = await database.read<BatchRow>(
    `MATCH (b:SkeinEventBatch {key: $key}) RETURN ${columns}`,
    { key },
  );
  return found ? readBatch(found) : null;
}

/** The batch as it is kept under its key: this one, or one that came before it. */
export async function claimBatch(
  database: Database,
  batch: Omit<EventBatch, 'answer'>,
): Promise<EventBatch> {
  const [kept] = await database.write<BatchRow>(
    `MERGE (b:SkeinEventBatch {key: $key})
     ON CREATE SET b.digest = $digest, b.received = $received, b.load = $load
     RETURN ${columns}`,
    { ...batch },
  );
  return readBatch(kept!);
}

export async function answerBatch(
  database: Database,
  key: string,
  answer: EventsAnswer,
): Promise<void> {
  await database.write('MATCH (b:SkeinEventBatch {key: $key}) SET b.answer = $answer', {
    key,
    answer: JSON.stringify(answer),
  });
}

function readBatch(row: BatchRow): EventBatch {
  return { ...row, answer: row.answer === null ? null : (JSON.parse(row.answer) as EventsAnswer) };
}
