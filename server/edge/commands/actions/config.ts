import { join } from 'node:path';
import { messages } from '../../../../domain/messages/index.ts';
import { shownAnchors } from '../../../platform/settings/anchor-settings.ts';
import { shownDelivery } from '../../../platform/settings/delivery-settings.ts';
import { shownQuotas } from '../../../platform/settings/quota-settings.ts';
import { shownSessions } from '../../../platform/settings/session-settings.ts';
import { shownSignOn } from '../../../platform/settings/sign-on-settings.ts';
import { shownToken } from '../../../platform/settings/token-settings.ts';
import { feedFilePath } from '../../../operations/feeds/feed-file.ts';
import { allowListPath } from '../../../platform/reach/allow-list.ts';
import {
  readSettings,
  usualMaster,
  usualPort,
  type Settings,
} from '../../../platform/settings/settings.ts';
import { print, printJson } from './print.ts';
import { secretFile } from '../../../platform/settings/secret-setting.ts';

const text = messages.commands.config;

/** Prints the settings in force. */
export function showConfig(options: { json?: true }): void {
  const shown = shownSettings(readSettings());
  if (options.json) printJson(shown);
  else for (const [name, value] of Object.entries(shown)) print(`${name}=${value ?? ''}`);
}

/** By the variables' own names; secrets only say whether they are set. */
function shownSettings(settings: Settings): Record<string, string | number | null> {
  const { neo4j, accountKey } = settings;
  return {
    SKEIN_HOME: settings.home,
    SKEIN_SOURCES: settings.sources,
    SKEIN_SCHEDULES: settings.schedules ?? join(settings.home, 'schedules.json'),
    SKEIN_HOST: settings.host,
    SKEIN_PUBLIC_URL: settings.publicUrls?.join(',') ?? null,
    SKEIN_OPEN: settings.open ? 'yes' : null,
    SKEIN_TRACES_URL: settings.tracesUrl ?? null,
    SKEIN_ACCOUNT_KEY: accountKey && 'value' in accountKey ? text.masked : null,
    SKEIN_ACCOUNT_KEY_FILE: accountKeyFile(settings),
    ...shownSignOn(settings.signOn, text.masked),
    ...shownToken(settings.token, text.masked),
    SKEIN_TLS_CERT: settings.tls?.cert ?? null,
    SKEIN_TLS_KEY: settings.tls?.key ?? null,
    SKEIN_PORT: settings.port ?? usualPort,
    SKEIN_ALLOWED: allowListPath(settings),
    SKEIN_FEEDS: feedFilePath(settings),
    SKEIN_TIMESTAMP_URL: settings.timestamps.authority,
    SKEIN_TIMESTAMP_ROOTS: settings.timestamps.roots,
    ...shownSessions(settings.sessions),
    ...shownQuotas(settings.quotas),
    ...shownAnchors(settings.anchors),
    ...shownDelivery(settings.delivery, text.masked),
    SKEIN_FOUR_EYES: settings.fourEyes ? 'confirm' : null,
    SKEIN_SPARK_MASTER: settings.sparkMaster ?? usualMaster,
    SKEIN_SPARK_FOLDER: settings.sparkFolder ?? join(settings.home, 'spark'),
    NEO4J_URI: neo4j?.uri ?? null,
    NEO4J_USER: neo4j?.user ?? null,
    NEO4J_PASSWORD: neo4j && !neo4j.passwordFile ? text.masked : null,
    NEO4J_PASSWORD_FILE: secretFile(neo4j?.passwordFile ?? null),
    NEO4J_DATABASE: neo4j?.database ?? null,
  };
}

/** Null where the key itself is set. */
function accountKeyFile({ home, accountKey }: Settings): string | null {
  if (!accountKey) return join(home, 'keys', 'accounts.key');
  return 'file' in accountKey ? accountKey.file : null;
}
