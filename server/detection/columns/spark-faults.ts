import { messages } from '../../../domain/messages/index.ts';
import { UnavailableError } from '../../platform/problems.ts';
import { SparkError } from './spark-program.ts';

/** Does work that asks columns; where Spark could not count, says what needs it, a detector or a rule by its id: UnavailableError. */
export async function namingFaults<T>(whose: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SparkError)) throw error;
    throw new UnavailableError(messages.detect.spark.failed(whose, error.message));
  }
}
