/** Takes a batch, for a test that kills it while it does. */
import { EventQueue } from '../../server/ingest/events/event-queue.ts';
import { openDatabase } from '../../server/operations/store/open.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { readSettings } from '../../server/platform/settings/settings.ts';
import { manyRows } from './many-rows.ts';

const settings = readSettings();
const { database } = await openDatabase(settings, silentProgress);
await new EventQueue(database, settings).take('killed', manyRows);
await database.close();
