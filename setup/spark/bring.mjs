import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bringJars, pinnedVersion } from '../maven.mjs';
import { messages } from '../messages.mjs';

const pom = fileURLToPath(new URL('pom.xml', import.meta.url));

const sparkVersion = pinnedVersion(pom, 'spark-sql_2.13');
const connector = 'neo4j-connector-apache-spark_2.13';
const connectorVersion = pinnedVersion(pom, connector);

/** The SPARK_HOME in the user's cache, whether it is there yet or not: of Spark's own it has the jars. */
export function sparkHome(environment = process.env) {
  const cache = environment['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(cache, 'skein', `spark-${sparkVersion}_${connectorVersion}`);
}

/** The one jar by which Spark reads Neo4j. */
export function sparkConnector(environment = process.env) {
  return join(sparkHome(environment), 'jars', `${connector}-${connectorVersion}.jar`);
}

/**
 * Brings Spark into the cache unless it is there.
 * @returns {Promise<string>} its home
 */
export function bringSpark() {
  const saying = messages.bringingSpark(sparkVersion);
  return bringJars({ pom, folder: sparkHome(), inside: 'jars', name: 'Spark', saying });
}
