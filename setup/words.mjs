/**
 * What a person reads of the set-up, in English. It stands here and not in `domain/words`, since the set-up
 * runs before TypeScript can.
 */
export const words = {
  /** @param {string} version */
  nodeWrong: (version) =>
    `This is Node ${version}: Skein needs 20.19, 22.12, 24 or newer (https://nodejs.org).`,
  notInstalled: 'Skein’s packages are not installed yet: run `npm run setup`.',
  javaMissing:
    'Java is missing: Skein’s local Neo4j needs Java 17 or 21. Run `npm run setup`, or install it (Debian, Ubuntu: apt-get install openjdk-17-jre-headless).',
  /** @param {string} version @param {string} java */
  javaWrong: (version, java) =>
    `The Java found is ${version} (${java}): Skein’s local Neo4j needs Java 17 or 21. Install one of them, or point JAVA_HOME at it.`,
  mavenMissing:
    'Maven is missing: it brings the local Neo4j, once. Run `npm run setup`, or install it (Debian, Ubuntu: apt-get install maven).',
  /** @param {string} reason @param {string} log */
  mavenFailed: (reason, log) =>
    `Maven could not bring Neo4j: ${reason} (all of its output: ${log})`,
  /** @param {string} version */
  bringing: (version) => `Bringing Neo4j ${version} by Maven (once, about 116 MB)`,
  /** @param {string} folder @param {string} reason */
  cacheUnwritable: (folder, reason) => `The cache ${folder} cannot be written: ${reason}`,
};
