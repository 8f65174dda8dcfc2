/** Takes the turn to detect, says so, and holds it until it is killed. */
import { openDatabase } from '../../server/operations/store/open.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { readSettings } from '../../server/platform/settings/settings.ts';
import { anotherDetects } from '../another-detects.ts';

const { database } = await openDatabase(readSettings(), silentProgress);
await anotherDetects(database);
process.stdout.write('holds it\n');
