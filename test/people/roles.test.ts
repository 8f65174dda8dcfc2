import { readFileSync } from 'node:fs';
import { hash as plainHash, verify } from '@node-rs/argon2';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { routes } from '../../domain/api/api.ts';
import type { Route } from '../../domain/api/route.ts';
import { messages } from '../../domain/messages/index.ts';
import { permissions, permissionsOf, personNameSchema, roles } from '../../domain/people.ts';
import { admit, permissionsFor, type Caller } from '../../server/people/caller.ts';
import { hashOf, isPassword } from '../../server/people/passwords.ts';
import { ForbiddenError, NotSignedInError } from '../../server/platform/problems.ts';
import { checkout } from '../../server/platform/settings/settings.ts';

const all: readonly Route[] = Object.values(routes);

function one(role: (typeof roles)[number], by: Caller['by'] = 'session'): Caller {
  return {
    person: {
      id: 'p',
      name: 'ana',
      role,
      has_password: true,
      has_second_factor: false,
      sign_on: 'no',
    },
    ...{ by, permissions: permissionsFor(role, null), session: 's', maySetPassword: false },
    shown: null,
  };
}

describe('roles', () => {
  it('let an administrator do all, and nobody else say who comes in', () => {
    expect(permissionsOf.admin).toEqual(permissions);
    for (const role of roles)
      expect(permissionsOf[role].includes('administer'), role).toBe(role === 'admin');
  });

  it('let everybody look, and an auditor and a viewer change nothing', () => {
    for (const role of roles) expect(permissionsOf[role]).toContain('look');
    expect(permissionsOf.viewer).toEqual(['look']);
    expect(permissionsOf.auditor).toEqual(['look', 'audit']);
    const changing = all.filter(
      ({ method, may, reads }) => method !== 'get' && reads !== true && may === 'look',
    );
    // What one has read of what names oneself is one’s own affair; the other two only read.
    const harmless = ['/judgements/among', '/mentions/read', '/asked'];
    expect(changing.map(({ path }) => path)).toEqual(harmless);
  });

  it('say what is missing and who could do it', () => {
    const refused = (who: Caller | null) => {
      try {
        admit(who, { may: 'lead' });
        return null;
      } catch (error) {
        return error as Error;
      }
    };
    expect(refused(null)).toBeInstanceOf(NotSignedInError);
    expect(refused(one('analyst'))).toBeInstanceOf(ForbiddenError);
    expect(refused(one('analyst'))?.message).toMatch(
      /^ana is an analyst\. To decide what holds for all.* is for leads and administrators/,
    );
    expect(refused(one('lead'))).toBeNull();
    expect(refused({ ...one('lead', 'token'), permissions: ['look'] })?.message).toMatch(
      /scope lacks "lead"/,
    );
  });

  it('are written in docs/PEOPLE.md as they hold', () => {
    const page = readFileSync(join(checkout, 'docs', 'PEOPLE.md'), 'utf8');
    const cells = (line: string) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
    const table = page
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map(cells);
    const head = table.find(([first]) => first === 'may')!;
    expect(head.slice(2)).toEqual([...roles]);
    for (const permission of permissions) {
      const row = table.find(([first]) => first === `\`${permission}\``);
      expect(row?.slice(2), permission).toEqual(
        roles.map((role) => (permissionsOf[role].includes(permission) ? '✓' : '')),
      );
    }
  });

  it('are answered masked where docs/PEOPLE.md says so', () => {
    const page = readFileSync(join(checkout, 'docs', 'PEOPLE.md'), 'utf8');
    const listed = /no others:\s+([^.]*)\./.exec(page)![1]!.split(/,\s+/);
    const declared = all
      .filter(({ unseen }) => unseen === 'masked')
      .map(({ method, path }) => `\`${method.toUpperCase()} ${path}\``);
    expect(listed.toSorted()).toEqual(declared.toSorted());
  });
});

describe('a token', () => {
  it('never does more than its person may, however wide its scope', () => {
    expect(permissionsFor('viewer', permissions)).toEqual(['look']);
    expect(permissionsFor('admin', ['look'])).toEqual(['look']);
    expect(permissionsFor('auditor', ['work'])).toEqual([]);
  });

  it('is no way to one’s own account', () => {
    expect(() => admit(one('admin', 'token'), { may: 'self' })).toThrow(ForbiddenError);
    expect(() => admit(one('viewer'), { may: 'self' })).not.toThrow();
  });

  it('lets nobody in, whatever its scope: a session would outlive it', () => {
    const doors = Object.entries<Route>(routes).filter(([, { letsIn }]) => letsIn);
    expect(doors.map(([name]) => name)).toEqual([
      ...['addPerson', 'changePerson', 'invitePerson', 'removeSecondFactor'],
    ]);
    for (const [name, route] of doors) {
      expect(() => admit(one('admin', 'token'), route), name).toThrow(
        messages.people.noEntryByToken,
      );
      expect(() => admit(one('admin'), route), name).not.toThrow();
      expect(() => admit(one('admin', 'open'), route), name).not.toThrow();
    }
    // Whatever changes something of people is one of them, or takes something away alone.
    const changing = Object.entries<Route>(routes).filter(
      ([, { may, method }]) => may === 'administer' && method !== 'get',
    );
    const taking = changing.filter(([, { letsIn }]) => !letsIn).map(([name]) => name);
    expect(taking).toEqual(['revokeToken']);
  });
});

const keys = {
  id: 'own',
  pepper: Buffer.alloc(32, 7),
  sealing: Buffer.alloc(32, 9),
  masking: Buffer.alloc(64, 3),
  challenges: Buffer.alloc(32, 4),
  erasing: Buffer.alloc(32, 5),
};

describe('a password', () => {
  it('is kept as argon2id with what OWASP asks for, and another salt each time', async () => {
    const [first, second] = await Promise.all([hashOf('corridor', keys), hashOf('corridor', keys)]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(second).not.toBe(first);
    const stored = { hash: first, key: keys.id };
    expect(await isPassword('corridor', stored, keys)).toBe(true);
    expect(await isPassword('corridors', stored, keys)).toBe(false);
    expect(await isPassword('corridor', { hash: null, key: null }, keys)).toBe(false);
  });

  it('is worth nothing without the key that went into it, and one of before there was any still is', async () => {
    const hash = await hashOf('corridor', keys);
    // Whoever reads the graph has the hash, and not the key.
    expect(await verify(hash, 'corridor')).toBe(false);
    const other = { ...keys, id: 'other', pepper: Buffer.alloc(32, 8) };
    expect(await isPassword('corridor', { hash, key: keys.id }, other)).toBe(false);
    expect(await isPassword('corridor', { hash, key: other.id }, other)).toBe(false);
    const before = { hash: await plainHash('corridor'), key: null };
    expect(await isPassword('corridor', before, keys)).toBe(true);
    expect(await isPassword('corridors', before, keys)).toBe(false);
  });
});

describe('a name', () => {
  it('has no spaces, and no signs that a log or an address could be led astray by', () => {
    for (const name of ['ana', 'Zoë', 'ana.b@example.com', '김하늘'])
      expect(personNameSchema.safeParse(name).success, name).toBe(true);
    for (const name of ['', 'a b', '../x', '<b>', '-x', 'a\u0000', 'a'.repeat(65)])
      expect(personNameSchema.safeParse(name).success, name).toBe(false);
  });
});
