import { messages } from '../../domain/messages/index.ts';
import { BusyError, UnavailableError, type Problem } from './problems.ts';
import { SilentError } from './deadline.ts';

const text = messages.database.failures;

const tooMuchMemory = 'Neo.TransientError.General.MemoryPoolOutOfMemoryError';

/** By the driver's or server's code: what a person can do something about. */
const explained: Readonly<Record<string, keyof typeof text>> = {
  ServiceUnavailable: 'gone',
  SessionExpired: 'gone',
  'Neo.ClientError.Security.Unauthorized': 'password',
  'Neo.ClientError.Security.AuthenticationRateLimit': 'tooManyTries',
  'Neo.ClientError.Database.DatabaseNotFound': 'noDatabase',
  'Neo.TransientError.Database.DatabaseUnavailable': 'gone',
  'Neo.ClientError.General.WriteOnReadOnlyAccessDatabase': 'readOnly',
  'Neo.ClientError.Transaction.TransactionTimedOut': 'tooLong',
  'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration': 'tooLong',
  [tooMuchMemory]: 'tooMuchMemory',
};

/** A failure of driver or server that another thread has met. */
export class ServerFailure extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** By the name that the driver gives: to load it for its class would slow down whoever only explains an error. */
function isOfDriver(error: unknown): error is Error & { code: string } {
  return error instanceof Error && error.name === 'Neo4jError' && 'code' in error;
}

/** Whether driver or server of the database failed. */
export function isOfServer(error: unknown): error is Error & { code: string } {
  return isOfDriver(error) || error instanceof ServerFailure;
}

/** Seconds after which a connection is likely to be free again. */
const againSeconds = 5;

/** What a failure of driver or server means to a person; null for one that only a defect of ours can cause. */
export function databaseProblem(error: unknown): Problem | null {
  if (!isOfServer(error)) return null;
  // The driver has no code for it.
  if (/^Connection acquisition timed out/.test(error.message))
    return new BusyError(text.allInUse, againSeconds);
  const failure = /No space left/i.test(error.message) ? 'diskFull' : explained[error.code];
  return failure ? new UnavailableError(text[failure], [], { cause: error }) : null;
}

/** What the disk refuses, by the code of the operating system; libraries say the first in words alone. */
const diskCodes = ['ENOSPC', 'EDQUOT', 'EROFS'] as const;

/** What a disk that takes nothing more means to a person; null for any other error. */
export function diskProblem(error: unknown): Problem | null {
  if (!(error instanceof Error)) return null;
  const { code, path = '' } = error as NodeJS.ErrnoException;
  const known = diskCodes.find((one) => one === code);
  const refused = known ?? (/No space left on device/i.test(error.message) ? 'ENOSPC' : null);
  if (refused === null) return null;
  return new UnavailableError(messages.commands.systemFaults[refused](path), [], { cause: error });
}

/** The server went away, or does not answer: once it is back the same may succeed. */
export function isAway(error: unknown): boolean {
  if (error instanceof SilentError) return true;
  if (!isOfServer(error)) return false;
  return (
    explained[error.code] === 'gone' || /^Connection acquisition timed out/.test(error.message)
  );
}

/** What was to be written is there already. */
export function isConstraintBroken(error: unknown): boolean {
  return isOfDriver(error) && error.code === 'Neo.ClientError.Schema.ConstraintValidationFailed';
}

/** The server refused for lack of a right; its message says which. */
export function isForbidden(error: unknown): error is Error {
  return isOfDriver(error) && error.code === 'Neo.ClientError.Security.Forbidden';
}

/** The query asked for more memory than one transaction, or all of them together, may have. */
export function needsTooMuchMemory(error: unknown): boolean {
  return isOfServer(error) && error.code === tooMuchMemory;
}

/** Another connection had the query ended. */
export function wasTerminated(error: unknown): boolean {
  return isOfServer(error) && /^Neo\.\w+\.Transaction\.Terminated$/.test(error.code);
}

/** The query was ended because its time was up. */
export function tookTooLong(error: unknown): boolean {
  return (
    isOfServer(error) && error.code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut')
  );
}
