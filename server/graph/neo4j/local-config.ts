import { totalmem } from 'node:os';
import type { LocalLayout } from './local-layout.ts';

/** Procedures that the product calls; the server refuses every other one. */
const allowedProcedures = [
  'db.awaitIndex',
  'db.awaitIndexes',
  'db.index.fulltext.awaitEventuallyConsistentIndexRefresh',
  'db.index.fulltext.queryNodes',
  'db.labels',
  'db.ping',
  'db.propertyKeys',
  'db.relationshipTypes',
  'db.schema.nodeTypeProperties',
  'db.schema.relTypeProperties',
  'db.schema.visualization',
  'dbms.components',
];

/** In MiB. */
export interface Memory {
  heap: number;
  pageCache: number;
  /** What one transaction may take; all of them together may take twice that. */
  transaction: number;
}

/**
 * At most an eighth of the machine for the heap, between 1 and 16 GiB, and half as much for the page cache; small machines give
 * half a gigabyte. With half of it queries over 100,000 accounts were ended, which asked for more than a transaction may take.
 */
export function memoryFor(machineBytes: number = totalmem()): Memory {
  const machine = machineBytes / 2 ** 20;
  const heap = machine < 3_500 ? 512 : Math.round(Math.min(16_384, Math.max(1_024, machine / 8)));
  return { heap, pageCache: Math.round(heap / 2), transaction: Math.round(heap / 4) };
}

/** The whole neo4j.conf: loopback, no HTTP, nothing read from files or the network, limits, no telemetry. */
export function neo4jConf(port: number, memory: Memory): string {
  const settings = {
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.bolt.advertised_address': `127.0.0.1:${port}`,
    'server.http.enabled': 'false',
    'server.https.enabled': 'false',
    'dbms.security.auth_enabled': 'true',
    'dbms.security.allow_csv_import_from_file_urls': 'false',
    'internal.dbms.cypher_ip_blocklist': '0.0.0.0/0,::/0',
    'dbms.security.procedures.allowlist': allowedProcedures.join(','),
    'dbms.security.procedures.unrestricted': '',
    'dbms.usage_report.enabled': 'false',
    'server.memory.pagecache.size': `${memory.pageCache}m`,
    'db.memory.transaction.max': `${memory.transaction}m`,
    'dbms.memory.transaction.total.max': `${memory.transaction * 2}m`,
    'db.transaction.timeout': '15m',
    // By default a thousand plans are kept, fewer than the product's queries have with their kinds and columns; one that was let go
    // is made again, which takes up to seconds. Measured: with a thousand of them 117 MiB of the heap live, all else included.
    'server.memory.query_cache.per_db_cache_num_entries': '4000',
    'db.tx_log.rotation.retention_policy': '256M size',
    // Otherwise the disk must have 512 MiB free before the first row.
    'db.tx_log.rotation.size': '64m',
    'db.tx_log.preallocate': 'false',
    // Nobody is connected any more when it is stopped, so nothing need settle.
    'internal.dbms.bolt.netty_server_shutdown_quiet_period': '0',
    'db.shutdown_transaction_end_timeout': '2s',
    'server.logs.gc.enabled': 'false',
    'db.logs.query.enabled': 'off',
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

const opened = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'];

/** Java's arguments for the server. */
export function serverArguments(jars: string, layout: LocalLayout, memory: Memory): string[] {
  const begun = Math.max(Math.min(memory.heap, 1_024), Math.round(memory.heap / 2));
  return [
    // Measured while loading: this collector and a large young generation take a third less of Java's time
    // than the defaults; pauses of a second harm nobody here.
    // What is old grows when a platform needs it; what is young is as large from the start.
    `-Xms${begun}m`,
    `-Xmn${Math.round(begun * 0.6)}m`,
    `-Xmx${memory.heap}m`,
    '-XX:+UseParallelGC',
    ...lateCompiling,
    ...hugePages(),
    '-XX:+ExitOnOutOfMemoryError',
    ...opened.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    '-Dio.netty.tryReflectionSetAccessible=true',
    '-Dfile.encoding=UTF-8',
    '-cp',
    `${jars}/*`,
    'org.neo4j.server.CommunityEntryPoint',
    `--home-dir=${layout.home}`,
    `--config-dir=${layout.conf}`,
    '--console-mode',
  ];
}

/**
 * What runs ten times as often as usual before Java compiles it in full. Half of what a first run took of the processor went
 * into compiling what is run for a minute: it takes a sixth less with this, one after it a third less.
 */
const lateCompiling = [
  '-XX:Tier4InvocationThreshold=50000',
  '-XX:Tier4MinInvocationThreshold=6000',
  '-XX:Tier4CompileThreshold=150000',
  '-XX:Tier4BackEdgeThreshold=400000',
];

/**
 * Memory and compiled code in huge pages: on a virtual machine, where each small page is looked up twice, a server
 * with constraints and indexes was ready in half the time. Java elsewhere does not know the first and would not start.
 */
function hugePages(): string[] {
  return process.platform === 'linux'
    ? ['-XX:+UseTransparentHugePages', '-XX:InitialCodeCacheSize=40m']
    : [];
}

/** What Java's process needs in its environment for the same of what it takes from the C library. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1', ...process.env };
}

/**
 * Java's arguments for the admin tool, whose own arguments follow. `neo4j-admin` is a program that starts a second Java for
 * this one: begun at once, it is done seconds earlier.
 */
export function adminArguments(jars: string): string[] {
  return ['-Dfile.encoding=UTF-8', '-cp', `${jars}/*`, 'org.neo4j.cli.AdminTool'];
}
