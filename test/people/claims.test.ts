import { describe, expect, it } from 'vitest';
import { personNameSchema } from '../../domain/people.ts';
import { groupsIn, nameIn, roleOf } from '../../server/people/claims.ts';

describe('what a provider says of somebody', () => {
  it('holds the groups under a name, or nested, and one group is a list of one', () => {
    expect(groupsIn({ groups: ['a', 1, 'b'] }, 'groups')).toEqual(['a', 'b']);
    expect(groupsIn({ realm_access: { roles: ['a'] } }, 'realm_access.roles')).toEqual(['a']);
    expect(groupsIn({ 'https://x.example/roles': 'a' }, 'https://x.example/roles')).toEqual(['a']);
    expect(groupsIn({ groups: [] }, 'groups')).toEqual([]);
    for (const name of ['groups', 'sub.length', '__proto__.x', 'constructor'])
      expect(groupsIn({ sub: 'u' }, name), name).toBeNull();
  });

  it('gives the strongest role, and none to who is in no group that has one', () => {
    const roles = [
      { role: 'viewer', group: 'all' },
      { role: 'admin', group: 'keepers' },
      { role: 'analyst', group: 'fraud' },
    ] as const;
    expect(roleOf(['all', 'fraud'], roles)).toBe('analyst');
    expect(roleOf(['keepers', 'all'], roles)).toBe('admin');
    expect(roleOf(['Fraud'], roles)).toBeNull();
  });

  it('gives a name that a person may have', () => {
    expect(nameIn({ preferred_username: 'HOUSE\\ana lopez' })).toBe('HOUSE.ana.lopez');
    expect(nameIn({ email: 'ana@example.com' })).toBe('ana@example.com');
    expect(nameIn({ email: 'ana@example.com', email_verified: false })).toBeNull();
    expect(nameIn({ preferred_username: ' ' })).toBeNull();
    for (const said of ['__ana', 'a'.repeat(99), '<b>x', '김하늘'])
      expect(personNameSchema.safeParse(nameIn({ preferred_username: said })).success).toBe(true);
  });
});
