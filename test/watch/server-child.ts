/** A server as `skein up` is one, with a short lease; says its address on stdout, and what it does on stderr. */
import pino from 'pino';
import { createApp } from '../../server/edge/http/app.ts';
import { serve } from '../../server/edge/http/serve.ts';
import { openDatabase } from '../../server/operations/store/open.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { readSettings } from '../../server/platform/settings/settings.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { startWatch } from '../../server/operations/watch/watch.ts';
import { deliverReport } from '../../server/operations/watch/deliver-report.ts';
import { clickLimitMs } from '../patience.ts';

const settings = readSettings();
const { database } = await openDatabase(settings, silentProgress);
const app = createApp({ database, settings, clickLimitMs, log: pino({ level: 'silent' }) });
const { url } = await serve(app, settings.host, 0);
startWatch({
  ...{ database, settings, link: url, clock: systemClock, deliver: deliverReport },
  ...{ quietMs: 0, leaseMs: 10_000, lookMs: 250 },
  log: (line) => process.stderr.write(`${line}\n`),
});
process.stdout.write(`${url}\n`);
