/**
 * What a person reads of the set-up, in English. It stands here and not in `domain/messages`, since the set-up
 * runs before TypeScript can.
 */
export const messages = {
  /** @param {string} version */
  nodeWrong: (version) =>
    `This is Node ${version}: Skein needs 20.19, 22.12, 24 or newer (https://nodejs.org).`,
  notInstalled: 'Skein’s packages are not installed yet: run `npm run setup`.',
  javaMissing:
    'Java is missing: Skein’s local Neo4j needs Java 17 or 21. Install it (Debian, Ubuntu: apt-get install openjdk-17-jre-headless); in a checkout `npm run setup` does.',
  /** @param {string} version @param {string} java */
  javaWrong: (version, java) =>
    `The Java found is ${version} (${java}): Skein’s local Neo4j needs Java 17 or 21. Install one of them, or point JAVA_HOME at it.`,
  /** @param {string} name */
  mavenMissing: (name) =>
    `Maven is missing: it brings the local ${name}, once. Install it (Debian, Ubuntu: apt-get install maven); in a checkout \`npm run setup\` does.`,
  /** @param {string} name @param {string} reason @param {string} command */
  mavenFailed: (name, reason, command) =>
    `Maven could not bring ${name}: ${reason} (run \`${command}\` to see all of it)`,
  /** @param {string} name @param {readonly string[]} files */
  notAsListed: (name, files) =>
    `What Maven brought of ${name} is not what this version of Skein was checked with (${files.slice(0, 5).join(', ')}${files.length > 5 ? ', …' : ''}): nothing of it is kept. Somebody between here and the repository may have changed it; remove those files from Maven's own store (~/.m2) and try again, or ask who runs your mirror.`,
  /** @param {string} version */
  bringing: (version) => `Bringing Neo4j ${version} by Maven (once, about 116 MB)`,
  /** @param {string} version */
  bringingSpark: (version) => `Bringing Spark ${version} by Maven (once, 170 MB)`,
  /** @param {string} folder @param {string} reason */
  cacheUnwritable: (folder, reason) => `The cache ${folder} cannot be written: ${reason}`,
  /** @param {string} signal */
  testsEnded: (signal) => `The tests were ended by ${signal} before they were done.`,
  installingPackages: 'Installing the npm packages',
  /** @param {string} reason */
  packagesFailed: (reason) =>
    `npm could not install the packages: ${reason} (run \`npm ci\` to see all of it)`,
  asking: 'Asking for rights',
  /** @param {string} what */
  installing: (what) => `Installing ${what}`,
  /** @param {string} reason */
  chromiumMissing: (reason) =>
    `Chromium is missing, which the browser test needs: ${reason}. Install it (Debian: apt-get install chromium; Ubuntu: npx playwright-core install --with-deps chromium).`,
  /** @param {string} reason */
  peersMissing: (reason) =>
    `The Python packages that the evidence tests check bundles with could not be installed: ${reason}. They need Python 3.11 with venv (Debian: apt-get install python3-venv).`,
  buildingPage: 'Building the page',
  /** @param {string} reason */
  pageFailed: (reason) =>
    `The page could not be built: ${reason} (run \`npm run build\` to see all of it)`,
  compiling: 'Compiling Skein, whose sources have changed …',
  /** @param {string} reason */
  notCompiled: (reason) => `Skein cannot be compiled: ${reason}`,
  /** @param {string} folder @param {string} reason */
  distUnwritable: (folder, reason) =>
    `Skein is not compiled, and ${folder} cannot be written: ${reason}. Run \`npm run setup\` as whoever owns it.`,
  /** @param {string} folder @param {string} reason */
  programOld: (folder, reason) =>
    `Skein’s sources are newer than what runs of them: ${folder} cannot be written: ${reason}. Run \`npm run setup\` as whoever owns it.`,
  /** @param {string} folder */
  packageBroken: (folder) =>
    `This package of Skein is not whole: ${folder} is missing. Install it again.`,
  ready: 'Everything that Skein needs is there: `npm start` starts it.',
};
