/**
 * What can go wrong by no fault of the program. Each says what is wrong, where, and what to do, in one
 * line, and is shown without a stack; any other error is a defect of ours and shows its stack.
 */

/** One of several things wrong with what was handed in. */
export interface Detail {
  where: string;
  problem: string;
}

export abstract class Problem extends Error {
  /** What the process ends with. */
  abstract readonly exitCode: 1 | 2;
  /** What HTTP answers. */
  abstract readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503 | 507;
  /** The short name that RFC 9457's `type` carries. */
  abstract readonly type: string;
  readonly details: readonly Detail[];
  /** Seconds after which the same may go well; null where that is not known. */
  readonly retryAfter: number | null = null;

  constructor(message: string, details: readonly Detail[] = [], options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.details = details;
  }
}

/** The caller asked wrongly: an unknown option, a setting out of range, a parameter of the wrong shape. */
export class UsageError extends Problem {
  readonly exitCode = 2;
  readonly status = 400;
  readonly type = 'usage';
}

/** The operator does not allow it; only they can mend that. */
export class NotAllowedError extends UsageError {}

/** Whoever asks is not signed in, or not by what they gave. */
export class NotSignedInError extends Problem {
  readonly exitCode = 1;
  readonly status = 401;
  readonly type = 'sign-in';
}

/** Name and password are right, and a code is needed beside them. */
export class SecondFactorError extends Problem {
  readonly exitCode = 1;
  readonly status = 401;
  readonly type = 'second-factor';
}

/** Whoever asks is known, and may not do this; others may. */
export class ForbiddenError extends Problem {
  readonly exitCode = 1;
  readonly status = 403;
  readonly type = 'forbidden';
}

/** It shows personal data, which whoever asks sees masked. */
export class MaskedError extends Problem {
  readonly exitCode = 1;
  readonly status = 403;
  readonly type = 'masked';
}

/** It may hold something of a list that whoever asks is not among the people for. */
export class MarkedError extends Problem {
  readonly exitCode = 1;
  readonly status = 403;
  readonly type = 'marked';
}

/** What was handed in cannot be read as what it should be. */
export class InvalidDataError extends Problem {
  readonly exitCode = 1;
  readonly status = 422;
  readonly type = 'invalid-data';
}

/** What was asked for does not exist. */
export class NotFoundError extends Problem {
  readonly exitCode = 1;
  readonly status = 404;
  readonly type = 'not-found';
}

/** What it was to change has been changed by another meanwhile. */
export class ConflictError extends Problem {
  readonly exitCode = 1;
  readonly status = 409;
  readonly type = 'conflict';
}

/** Another has taken the turn of what is at work, which was thought to have died: it may write nothing more. */
export class LeaseLostError extends ConflictError {}

/** Somebody had it ended before it was done. */
export class EndedError extends Problem {
  readonly exitCode = 1;
  readonly status = 409;
  readonly type = 'ended';
}

/** More was sent at once than can be taken. */
export class TooLargeError extends Problem {
  readonly exitCode = 1;
  readonly status = 413;
  readonly type = 'too-large';
}

/** It was sent in a form that is not read here. */
export class UnsupportedError extends Problem {
  readonly exitCode = 1;
  readonly status = 415;
  readonly type = 'unsupported';
}

/** There is no room on the disk for what was sent. */
export class NoRoomError extends Problem {
  readonly exitCode = 1;
  readonly status = 507;
  readonly type = 'too-large';
}

/** What does not go at the moment, by no fault of anybody's, and will in a while. */
export class BusyError extends Problem {
  readonly exitCode = 1;
  readonly status = 503;
  readonly type = 'busy';

  override readonly retryAfter: number;

  constructor(message: string, retryAfter: number) {
    super(message);
    this.retryAfter = retryAfter;
  }
}

/** More comes than can be taken: whoever sends is to slow down. */
export class TooManyError extends Problem {
  readonly exitCode = 1;
  readonly status = 429;
  readonly type = 'too-many';

  override readonly retryAfter: number;

  constructor(message: string, retryAfter: number) {
    super(message);
    this.retryAfter = retryAfter;
  }
}

/** Something that the program needs does not answer, or is not there: database, disk, port, Java. */
export class UnavailableError extends Problem {
  readonly exitCode = 1;
  readonly status = 503;
  readonly type = 'unavailable';
}
