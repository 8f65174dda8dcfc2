import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { noDelivery } from '../../server/platform/settings/delivery-settings.ts';
import { UsageError } from '../../server/platform/problems.ts';
import { secretOf } from '../../server/platform/settings/secret-setting.ts';
import { shownToken } from '../../server/platform/settings/token-settings.ts';
import { checkout, readSettings } from '../../server/platform/settings/settings.ts';

const signOnSet = {
  SKEIN_OIDC_ISSUER: 'https://id.example/realms/house',
  SKEIN_OIDC_CLIENT_ID: 'skein',
  SKEIN_OIDC_ROLES: 'analyst=fraud',
};

describe('settings', () => {
  test('log slow queries from a number of milliseconds on, or none', () => {
    expect(readSettings({ SKEIN_SLOW_QUERY_MS: '250' }).slowQueryMs).toBe(250);
    expect(readSettings({ SKEIN_SLOW_QUERY_MS: '0' })).not.toHaveProperty('slowQueryMs');
    expect(() => readSettings({ SKEIN_SLOW_QUERY_MS: '1s' })).toThrow(
      /SKEIN_SLOW_QUERY_MS .*whole number/s,
    );
  });

  test('end sessions when they say, within reason', () => {
    const sessions = readSettings({ SKEIN_SESSION_IDLE_MINUTES: '30' }).sessions;
    expect(sessions).toEqual({ idleMs: 30 * 60_000, longestMs: 7 * 24 * 3_600_000 });
    expect(readSettings({ SKEIN_SESSION_HOURS: '24' }).sessions?.longestMs).toBe(24 * 3_600_000);
    for (const wrong of ['0', '4', '1h', '-30', '10081'])
      expect(() => readSettings({ SKEIN_SESSION_IDLE_MINUTES: wrong })).toThrow(
        /SKEIN_SESSION_IDLE_MINUTES .*from 5 to 10080/s,
      );
  });

  test('hold the token that commands act by, once, and tell nobody which', () => {
    const SKEIN_TOKEN = 'skein_of-somebody';
    const { token } = readSettings({ SKEIN_TOKEN: `${SKEIN_TOKEN}\n` });
    expect(token && secretOf(token)).toBe(SKEIN_TOKEN);
    expect(JSON.stringify(shownToken(token, 'set'))).not.toContain('somebody');
    expect(readSettings({ SKEIN_TOKEN_FILE: 'token' }).token).toEqual({
      ...{ file: resolve('token'), variable: 'SKEIN_TOKEN_FILE' },
    });
    expect(readSettings({ SKEIN_TOKEN: '' })).not.toHaveProperty('token');
    expect(() => readSettings({ SKEIN_TOKEN, SKEIN_TOKEN_FILE: 'token' })).toThrow(
      /SKEIN_TOKEN_FILE /,
    );
  });

  test('say how much one person may ask in an hour, and 0 for no bound', () => {
    expect(readSettings({ SKEIN_QUOTA_QUERIES: '5', SKEIN_QUOTA_EXPORTS: '0' }).quotas).toEqual({
      ...{ queries: 5, exports: null },
      ...{ uploadFiles: 1_000, uploadBytes: 50 * 2 ** 30 },
    });
    expect(readSettings({ SKEIN_QUOTA_UPLOAD_GIB: '2' }).quotas?.uploadBytes).toBe(2 ** 31);
    expect(readSettings({})).not.toHaveProperty('quotas');
    for (const wrong of ['-1', '1.5', 'many'])
      expect(() => readSettings({ SKEIN_QUOTA_QUERIES: wrong })).toThrow(
        /SKEIN_QUOTA_QUERIES .*whole number such as 200/s,
      );
  });

  test('send traces where they say, over HTTP', () => {
    const SKEIN_TRACES_URL = 'http://collector.example:4318/v1/traces';
    expect(readSettings({ SKEIN_TRACES_URL }).tracesUrl).toBe(SKEIN_TRACES_URL);
    expect(readSettings({})).not.toHaveProperty('tracesUrl');
    expect(() => readSettings({ SKEIN_TRACES_URL: 'grpc://collector' })).toThrow(
      /SKEIN_TRACES_URL .*4318/s,
    );
  });

  test('have the defaults of the contract', () => {
    const settings = readSettings({ SKEIN_HOME: '', NEO4J_URI: '' });
    expect(settings).toEqual({
      home: join(checkout, '.skein'),
      sources: join(checkout, '.skein', 'sources'),
      host: '127.0.0.1',
      port: null,
      neo4j: null,
      timestamps: { authority: null, roots: null },
      delivery: noDelivery,
      fourEyes: false,
      slowQueryMs: 1_000,
    });
  });

  test('say where the audit log is anchored', () => {
    const mail = { SKEIN_AUDIT_ANCHOR_MAIL: 'a@x.example, b@x.example' };
    const server = { SKEIN_SMTP_URL: 'smtps://x.example', SKEIN_MAIL_FROM: 's@x.example' };
    const { anchors } = readSettings({
      ...{ ...mail, ...server, SKEIN_AUDIT_ANCHOR_FILE: '/mnt/anchors' },
      SKEIN_AUDIT_ANCHOR_HOURS: '6',
    });
    expect(anchors).toEqual({
      ...{ file: '/mnt/anchors', mail: ['a@x.example', 'b@x.example'] },
      everyMs: 6 * 3_600_000,
    });
    expect(readSettings({ SKEIN_AUDIT_ANCHOR_HOURS: '0' }).anchors?.everyMs).toBeNull();
    expect(() => readSettings(mail)).toThrow(/SKEIN_SMTP_URL .*SKEIN_AUDIT_ANCHOR_MAIL/);
    const wrong = { SKEIN_AUDIT_ANCHOR_MAIL: 'nobody', ...server };
    expect(() => readSettings(wrong)).toThrow(/SKEIN_AUDIT_ANCHOR_MAIL .*addresses/);
    expect(() => readSettings({ SKEIN_AUDIT_ANCHOR_HOURS: 'daily' })).toThrow(/hours/);
  });

  test('name an existing Neo4j', () => {
    const { neo4j } = readSettings({ NEO4J_URI: 'neo4j+s://db.example.org', NEO4J_PASSWORD: 'p' });
    expect(neo4j).toEqual({
      uri: 'neo4j+s://db.example.org',
      user: 'neo4j',
      password: 'p',
      database: null,
    });
  });

  test.each([
    ['smtp://mail.example', { host: 'mail.example', port: 587, tls: 'starttls' }],
    ['smtps://u:p@mail.example', { port: 465, tls: 'first', credentials: { user: 'u' } }],
    ['smtp://u:p%40@127.0.0.1:25?tls=never', { port: 25, tls: 'never' }],
    ['smtp://[::1]:2525', { host: '::1', port: 2525, tls: 'starttls' }],
  ])('read the mail server %s', (url, read) => {
    const environment = { SKEIN_SMTP_URL: url, SKEIN_MAIL_FROM: 'Skein <skein@x.example>' };
    expect(readSettings(environment).delivery.smtp).toMatchObject(read);
  });

  test('name files of secrets, which are read when they are needed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'skein-secrets-'));
    const file = join(folder, 'secret');
    const set = {
      ...{ NEO4J_URI: 'bolt://127.0.0.1', NEO4J_PASSWORD_FILE: file },
      ...{ SKEIN_SMTP_URL: 'smtps://u@mail.example', SKEIN_SMTP_PASSWORD_FILE: file },
      ...{ SKEIN_MAIL_FROM: 'skein@x.example', SKEIN_WEBHOOK_SECRET_FILE: file },
    };
    const unread = /^NEO4J_PASSWORD_FILE names .*secret, which cannot be read/;
    expect(() => readSettings(set)).toThrow(unread);
    await writeFile(file, 'the first\n');
    const { neo4j, delivery } = readSettings(set);
    expect(neo4j!.password).toBe('the first');
    await writeFile(file, 'the second\n');
    expect(secretOf(delivery.smtp!.credentials!.password)).toBe('the second');
    expect(secretOf(delivery.webhookSecret!)).toBe('the second');
    await rm(folder, { recursive: true });
  });

  test.each([
    [{ NEO4J_PASSWORD: 'p', NEO4J_PASSWORD_FILE: '/none' }, /^NEO4J_PASSWORD_FILE is set beside/],
    [
      { SKEIN_WEBHOOK_SECRET: 'p'.repeat(16), SKEIN_WEBHOOK_SECRET_FILE: '/none' },
      /^SKEIN_WEBHOOK_SECRET_FILE is set beside/,
    ],
    [
      { SKEIN_SMTP_URL: 'smtps://u:p@mail.example', SKEIN_SMTP_PASSWORD_FILE: '/none' },
      /^SKEIN_SMTP_PASSWORD_FILE goes with a user/,
    ],
    [
      { SKEIN_SMTP_URL: 'smtps://mail.example', SKEIN_SMTP_PASSWORD_FILE: '/none' },
      /^SKEIN_SMTP_PASSWORD_FILE goes with a user/,
    ],
  ])('say what does not go with a file of a secret (%j)', (set, said) => {
    expect(() => readSettings({ SKEIN_MAIL_FROM: 'skein@x.example', ...set })).toThrow(said);
  });

  test('name a provider of single sign-on, and which of its groups has which role', () => {
    const { signOn } = readSettings({
      ...signOnSet,
      SKEIN_OIDC_CLIENT_SECRET_FILE: '/etc/skein/secret',
      SKEIN_OIDC_ROLES: 'lead=cn=leads,ou=fraud; analyst = fraud team ;analyst=abuse',
    });
    expect(signOn).toEqual({
      ...{ issuer: 'https://id.example/realms/house', name: 'id.example', clientId: 'skein' },
      secret: { file: '/etc/skein/secret', variable: 'SKEIN_OIDC_CLIENT_SECRET_FILE' },
      ...{ scope: 'openid profile email', groupsClaim: 'groups' },
      roleOfGroups: [
        { role: 'lead', group: 'cn=leads,ou=fraud' },
        { role: 'analyst', group: 'fraud team' },
        { role: 'analyst', group: 'abuse' },
      ],
    });
  });

  test('name the public addresses as browsers write them', () => {
    const { publicUrls } = readSettings({
      SKEIN_PUBLIC_URL: 'HTTPS://Skein.Example.:443/, http://10.0.0.5:8080',
    });
    expect(publicUrls).toEqual(['https://skein.example', 'http://10.0.0.5:8080']);
  });

  test.each([
    [
      { SKEIN_OIDC_ISSUER: 'https://id.example' },
      /^SKEIN_OIDC_CLIENT_ID is missing.*\nSKEIN_OIDC_ROLES is missing/,
    ],
    [
      { ...signOnSet, SKEIN_OIDC_ISSUER: 'http://id.example' },
      /^SKEIN_OIDC_ISSUER is no address of a provider/,
    ],
    [
      { ...signOnSet, SKEIN_OIDC_ROLES: 'boss=fraud' },
      /^SKEIN_OIDC_ROLES does not say .*"boss=fraud"/,
    ],
    [
      { ...signOnSet, SKEIN_OIDC_ROLES: 'lead=a;analyst=a' },
      /^SKEIN_OIDC_ROLES names the group "a" twice/,
    ],
    [{ ...signOnSet, SKEIN_OIDC_SCOPE: 'profile' }, /^SKEIN_OIDC_SCOPE must hold openid/],
    [{ SKEIN_PORT: '0' }, /^SKEIN_PORT is no port/],
    [{ SKEIN_PORT: '65536' }, /^SKEIN_PORT is no port/],
    [{ SKEIN_PORT: '80 80' }, /^SKEIN_PORT is no port/],
    [{ SKEIN_HOST: 'a b' }, /^SKEIN_HOST is no host name/],
    [{ NEO4J_URI: 'http://localhost:7474', NEO4J_PASSWORD: 'p' }, /^NEO4J_URI is no address/],
    [{ NEO4J_URI: 'bolt://u:p@localhost', NEO4J_PASSWORD: 'p' }, /^NEO4J_URI is no address/],
    [{ NEO4J_URI: 'bolt://localhost' }, /^NEO4J_PASSWORD is missing/],
    [{ SKEIN_SMTP_URL: 'smtp://mail.example' }, /^SKEIN_MAIL_FROM is missing/],
    [{ SKEIN_SMTP_URL: 'http://mail.example' }, /^SKEIN_SMTP_URL is no mail server/],
    [{ SKEIN_SMTP_URL: 'smtp://mail.example/?tls=off' }, /^SKEIN_SMTP_URL is no mail server/],
    [{ SKEIN_SMTP_URL: 'smtps://mail.example?tls=never' }, /^SKEIN_SMTP_URL is no mail server/],
    [{ SKEIN_SMTP_URL: 'smtp://u:%zz@mail.example' }, /^SKEIN_SMTP_URL is no mail server/],
    [{ SKEIN_SMTP_URL: 'smtp://u:p@mail.example?tls=never' }, /^SKEIN_SMTP_URL would send/],
    [{ SKEIN_MAIL_FROM: 'Skein' }, /^SKEIN_MAIL_FROM is no sender/],
    [{ SKEIN_MAIL_FROM: 'a@x.example\r\nBcc: b@x.example' }, /^SKEIN_MAIL_FROM is no sender/],
    [{ SKEIN_MAIL_LIMIT: '10 MB' }, /^SKEIN_MAIL_LIMIT is no size/],
    [
      {
        ...{ SKEIN_TLS_CERT: 'cert.pem', SKEIN_TLS_KEY: 'key.pem' },
        SKEIN_PUBLIC_URL: 'https://skein.example,http://10.0.0.5:8080',
      },
      /^SKEIN_PUBLIC_URL names an address that begins with http:\/\/.*SKEIN_TLS_CERT/,
    ],
    [{ SKEIN_OPEN: 'true' }, /^SKEIN_OPEN must be yes/],
    [{ SKEIN_WEBHOOK_SECRET: 'short' }, /^SKEIN_WEBHOOK_SECRET is too short/],
  ])('%j is refused in a line', (environment, said) => {
    expect(() => readSettings(environment)).toThrow(UsageError);
    expect(() => readSettings(environment)).toThrow(said);
  });

  test.each([
    ...['skein.example', 'ftp://skein.example', 'https://skein.example/base', 'https://'],
    ...['https://u:p@skein.example', 'https://skein.example?x', 'https://skein.example,'],
    ...['https://skein.example:99999', 'https://a b', 'https://skein.example\\x'],
  ])('%s is no public address', (url) => {
    const said = /^SKEIN_PUBLIC_URL is no public address/;
    expect(() => readSettings({ SKEIN_PUBLIC_URL: url })).toThrow(said);
  });

  test('several faults have a line each', () => {
    const refusal = () => readSettings({ SKEIN_PORT: 'x', SKEIN_HOST: ' ' });
    expect(refusal).toThrow(/^SKEIN_HOST .*\nSKEIN_PORT [^\n]*$/);
  });
});
