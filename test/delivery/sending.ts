import { Writable } from 'node:stream';
import pino from 'pino';
import type { Delivery, Recipient } from '../../domain/input/delivery.ts';
import { deliverDue, type DeliverOptions } from '../../server/operations/delivery/deliver.ts';
import { deliveryById } from '../../server/operations/delivery/delivery-store.ts';
import { enqueue } from '../../server/operations/delivery/enqueue.ts';
import type { ReportToDeliver, ToldReport } from '../../server/operations/delivery/report.ts';
import {
  noDelivery,
  type DeliverySettings,
} from '../../server/platform/settings/delivery-settings.ts';
import type { TestDatabase } from '../database.ts';

/** A picture of one dot. */
export const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

export const summary = 'Trois grappes liées. 김민준 · محمد علي · Владимир';

/** A report in both languages, in every form, with names in several scripts. */
export function reportOf(
  id: string,
  run = 'R-20260105T070000-0001',
  pdfBytes = 2_000,
): ReportToDeliver {
  const told = (language: string): ToldReport => ({
    subject: `Rapport ${language}: 세 무리 — ثلاث مجموعات`,
    summary,
    html: `<!doctype html><html><body><h1>김민준</h1><img src="cid:dot"></body></html>`,
    pictures: [{ cid: 'dot', name: 'dot.png', mediaType: 'image/png', bytes: dot }],
    files: [
      { name: 'report.html', format: 'html', mediaType: 'text/html', bytes: Buffer.from('<p>x') },
      {
        name: 'report.pdf',
        format: 'pdf',
        mediaType: 'application/pdf',
        bytes: Buffer.alloc(pdfBytes, 'pdf of every byte '),
      },
      { name: '계정 محمد.csv', format: 'csv', mediaType: 'text/csv', bytes: Buffer.from('a,b\n') },
    ],
    link: 'http://127.0.0.1:4680/#/runs/R-1',
  });
  return { id, run, told: { en: told('en'), fr: told('fr') } };
}

export interface Sender {
  /** What the log said, a line a record. */
  logged: string[];
  /** What the clock says; it stands still until it is set. */
  now: Date;
  clock: () => Date;
  enqueue: (report: ReportToDeliver, ...recipients: Recipient[]) => Promise<Delivery[]>;
  /** Sends what is due, once. */
  deliver: (
    settings?: Partial<DeliverySettings>,
    options?: Partial<DeliverOptions>,
  ) => Promise<Delivery[]>;
  /** Goes on to when that delivery is tried next, and sends it. */
  deliverLater: (
    id: string,
    settings?: Partial<DeliverySettings>,
    options?: Partial<DeliverOptions>,
  ) => Promise<Delivery>;
  state: (id: string) => Promise<Delivery>;
  /** What the log said last of that delivery: several are sent at once, and end in any order. */
  lastLogged: (id: string) => string | undefined;
}

/** Sends over the test's database, at a time of its own. */
export function sender(tested: TestDatabase): Sender {
  const logged: string[] = [];
  const lines = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged.push(chunk.toString());
      done();
    },
  });
  const log = pino({ base: null }, lines);
  const state = (id: string) => deliveryById(tested.database, id);
  const self: Sender = {
    logged,
    now: new Date('2026-01-05T07:00:00.000Z'),
    clock: () => self.now,
    enqueue: (report, ...recipients) => enqueue(tested.database, report, recipients, self.clock),
    deliver: (settings, options) =>
      deliverDue(
        tested.database,
        { ...tested.settings, delivery: { ...noDelivery, ...settings } },
        self.clock,
        { log, ...options },
      ),
    deliverLater: async (id, settings, options) => {
      self.now = new Date((await state(id)).next_at!);
      await self.deliver(settings, options);
      return state(id);
    },
    state,
    lastLogged: (id) => logged.findLast((line) => line.includes(`"delivery":"${id}"`)),
  };
  return self;
}
