import type { AllowList } from '../../../domain/allowed.ts';
import type { Delivery, Recipient } from '../../../domain/input/delivery.ts';
import type { DeliveredFile, ToldReport } from './report.ts';
import type { DeliverySettings } from '../../platform/settings/delivery-settings.ts';

/** One attempt to bring a report to a recipient. */
export interface Sending<R extends Recipient = Recipient> {
  /** Which delivery it is; the same at every attempt, so that a receiver knows what it has. */
  delivery: Pick<Delivery, 'id' | 'report' | 'run' | 'reached'>;
  recipient: R;
  told: ToldReport;
  settings: DeliverySettings;
  /** Where the operator lets reports go. */
  allowList: AllowList;
  clock: () => Date;
  /** In milliseconds: how long a receiver may take to answer. */
  patience: number;
}

/** Why an attempt failed, for the record. */
export interface Failure {
  error: string;
  /** The receiver will say the same of the same again. */
  refused: boolean;
  /** The receiver asks not to be tried before. */
  notBefore?: Date;
  /** Addresses that have it all the same. */
  reached?: readonly string[];
}

/** The files in the forms that the recipient asked for. */
export function wantedFiles({ recipient, told }: Sending): DeliveredFile[] {
  return told.files.filter(({ format }) => recipient.formats.includes(format));
}

/** How many bytes so many become in base64 with its line ends. */
export function encodedSize(bytes: number): number {
  return Math.ceil((Math.ceil(bytes / 3) * 4 * 78) / 76);
}

/** What an error says, in one line that is not long: it may come from a stranger's server. */
export function reasonOf(error: unknown): string {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  const text = cause instanceof Error && cause.message !== '' ? cause.message : message;
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, 500);
}
