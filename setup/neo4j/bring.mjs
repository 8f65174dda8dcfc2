import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bringJars, pinnedVersion } from '../maven.mjs';
import { messages } from '../messages.mjs';

const pom = fileURLToPath(new URL('pom.xml', import.meta.url));

const neo4jVersion = pinnedVersion(pom, 'neo4j');

/** The folder of Neo4j's jars in the user's cache, whether it is there yet or not. */
export function neo4jJars(environment = process.env) {
  const cache = environment['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(cache, 'skein', `neo4j-${neo4jVersion}`);
}

/**
 * Brings the jars into the cache unless they are there.
 * @returns {Promise<string>} the folder of the jars
 */
export function bringNeo4j() {
  const saying = messages.bringing(neo4jVersion);
  return bringJars({ pom, folder: neo4jJars(), name: 'Neo4j', saying });
}
