import neo4j, { type AuthToken, type AuthTokenManager, type Driver } from 'neo4j-driver';
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

/**
 * A password that lies in a file is read for each connection that is used, so that another holds at once. The driver's own managers
 * read it anew only when a connection that was open is refused, not when a new one is.
 */
function identityOf({ user, password, passwordFile }: Connection): AuthToken | AuthTokenManager {
  if (!passwordFile) return neo4j.auth.basic(user, password);
  return {
    getToken: () => neo4j.auth.basic(user, secretOf(passwordFile)),
    handleSecurityException: (_token, code) => code === 'Neo.ClientError.Security.Unauthorized',
  };
}
