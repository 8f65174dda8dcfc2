/**
 * Brought in before a child's own program (`--import`): it takes itself to be on a machine of the name SKEIN_TEST_MACHINE, whose clock
 * is put on by SKEIN_TEST_AHEAD_MS. Its files are those of this machine, as those of a folder that two share.
 */
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';

const { SKEIN_TEST_MACHINE: name, SKEIN_TEST_AHEAD_MS: ahead } = process.env;
const now = Date.now;
os.hostname = () => name!;
Date.now = () => now() + Number(ahead);
syncBuiltinESMExports();
