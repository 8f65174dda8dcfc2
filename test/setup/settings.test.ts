import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../server/problems.ts';
import { checkout, readSettings } from '../../server/settings.ts';

describe('settings', () => {
  test('have the defaults of the contract', () => {
    const settings = readSettings({ SKEIN_HOME: '', NEO4J_URI: '' });
    expect(settings).toEqual({
      home: join(checkout, '.skein'),
      sources: join(checkout, '.skein', 'sources'),
      host: '127.0.0.1',
      port: null,
      neo4j: null,
      timestamps: { authority: null, roots: null },
    });
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
    [{ SKEIN_PORT: '0' }, /^SKEIN_PORT is no port/],
    [{ SKEIN_PORT: '65536' }, /^SKEIN_PORT is no port/],
    [{ SKEIN_PORT: '80 80' }, /^SKEIN_PORT is no port/],
    [{ SKEIN_HOST: 'a b' }, /^SKEIN_HOST is no host name/],
    [{ NEO4J_URI: 'http://localhost:7474', NEO4J_PASSWORD: 'p' }, /^NEO4J_URI is no address/],
    [{ NEO4J_URI: 'bolt://u:p@localhost', NEO4J_PASSWORD: 'p' }, /^NEO4J_URI is no address/],
    [{ NEO4J_URI: 'bolt://localhost' }, /^NEO4J_PASSWORD is missing/],
  ])('%j is refused in a line', (environment, said) => {
    expect(() => readSettings(environment)).toThrow(UsageError);
    expect(() => readSettings(environment)).toThrow(said);
  });

  test('several faults have a line each', () => {
    const refusal = () => readSettings({ SKEIN_PORT: 'x', SKEIN_HOST: ' ' });
    expect(refusal).toThrow(/^SKEIN_HOST .*\nSKEIN_PORT [^\n]*$/);
  });
});
