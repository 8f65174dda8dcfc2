import neo4j, { type Driver } from 'neo4j-driver';
import { secretOf } from '../../platform/settings/secret-setting.ts';
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
  return neo4j.driver(connection.uri, identityOf(connection), {
    ...options,
    connectionAcquisitionTimeout: connectTimeoutMs,
    connectionTimeout: connectTimeoutMs,
    userAgent: 'skein',
    telemetryDisabled: true,
  });
}

/** A password that lies in a file is read anew when the server refuses the one that was read before, and what was asked is asked again. */
function identityOf({ user, password, passwordFile }: Connection) {
  if (!passwordFile) return neo4j.auth.basic(user, password);
  return neo4j.authTokenManagers.basic({
    tokenProvider: async () =>
      neo4j.auth.basic(user, await Promise.resolve(secretOf(passwordFile))),
  });
}
