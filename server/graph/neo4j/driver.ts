import neo4j, { type Driver } from 'neo4j-driver';
import type { Connection } from '../../platform/settings/settings.ts';

/** How integers come back, and what else differs from use to use. */
export type DriverOptions = Readonly<
  Partial<Record<'disableLosslessIntegers' | 'useBigInt', true>>
> & {
  maxConnectionPoolSize?: number;
  maxTransactionRetryTime?: number;
};

const connectTimeoutMs = 15_000;

export function connectedDriver(connection: Connection, options: DriverOptions): Driver {
  return neo4j.driver(connection.uri, neo4j.auth.basic(connection.user, connection.password), {
    ...options,
    connectionAcquisitionTimeout: connectTimeoutMs,
    connectionTimeout: connectTimeoutMs,
    userAgent: 'skein',
    telemetryDisabled: true,
  });
}
