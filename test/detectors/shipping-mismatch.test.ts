import { describe, expect, it } from 'vitest';
import { detecting, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('shipping-mismatch');

const account = (account_id: string, address: string) => ({
  account_id,
  role: 'developer',
  legal_name: `Person ${account_id}`,
  address,
  created_at: time(0),
});
const passport = (account_id: string, address_on_document: string) => ({
  document_id: `doc-${account_id}`,
  account_id,
  kind: 'national_id',
  used_for: 'verification',
  address_on_document,
  submitted_at: time(1),
});
const shipment = (account_id: string, address: string, more: object = {}) => ({
  shipment_id: `s-${account_id}`,
  account_id,
  address,
  recipient_name: `Person ${account_id}`,
  requested_at: time(10),
  ...more,
});
const homes = Array.from({ length: 20 }, (_, index) => `${index + 1} Home Road, Leeds`);
const ordinary = {
  accounts: homes.map((home, index) => account(`o${index}`, home)),
  documents: homes.map((home, index) => passport(`o${index}`, home)),
  shipments: homes.map((home, index) => shipment(`o${index}`, home.replace('Road', 'Rd.'))),
};

describe('shipping-mismatch', () => {
  it('finds one address for accounts that live elsewhere, and the account that lives there', async () => {
    const far = ['a1', 'a2', 'a3'];
    const found = await findingsIn({
      accounts: [
        ...ordinary.accounts,
        ...far.map((id, index) => account(id, `${index + 70} Far Street, York`)),
        account('host', '5 Farm Lane, Hull'),
      ],
      documents: [
        ...ordinary.documents,
        ...far.map((id, index) => passport(id, `${index + 70} Far Street, York`)),
      ],
      shipments: [
        ...ordinary.shipments,
        ...far.map((id, index) =>
          shipment(id, index === 0 ? '5 Farm Ln, Hull' : '5 Farm Lane, HULL', {
            requested_at: time(10 + index),
          }),
        ),
      ],
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      accounts: ['a1', 'a2', 'a3', 'host'],
      possible_role: 'mule',
      facts: { strangers: 3, hosts: 1, unrelated: 4 },
    });
    expect(found[0]!.score).toBeGreaterThan(0.75);
    expect(found[0]!.ties).toHaveLength(6);
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
    expect((await findingsAgain(time(10, 12)))[0]).toMatchObject({ accounts: ['a1', 'host'] });
  });

  it('is weak for one account whose papers give another address', async () => {
    const found = await findingsIn({
      accounts: [...ordinary.accounts, account('a1', '70 Far Street, York')],
      documents: [...ordinary.documents, passport('a1', '70 Far Street, York')],
      shipments: [...ordinary.shipments, shipment('a1', '5 Farm Lane, Hull')],
    });
    expect(found).toHaveLength(1);
    expect(found[0]!.accounts).toEqual(['a1']);
    expect(found[0]!.score).toBeGreaterThan(0.05);
    expect(found[0]!.score).toBeLessThan(0.35);
  });

  it('near miss: one’s own address in fuller words, and the address before a move', async () => {
    const found = await findingsIn({
      accounts: [
        ...ordinary.accounts,
        account('a1', '70 Far Street, York'),
        account('a2', '9 New St, Bath'),
      ],
      documents: ordinary.documents,
      account_changes: [
        {
          account_id: 'a2',
          field: 'address',
          old_value: '3 Old Street, Bath',
          new_value: '9 New St, Bath',
          changed_at: time(20),
        },
      ],
      shipments: [
        ...ordinary.shipments,
        shipment('a1', '70 Far Street, Flat B, York'),
        shipment('a2', '3 Old Street, Bath', { requested_at: time(30) }),
      ],
    });
    expect(found).toEqual([]);
  });

  it('weighs flatmates and a known parcel locker little', async () => {
    const locker = Array.from({ length: 5 }, (_, index) => `l${index}`);
    const found = await findingsIn({
      accounts: [
        ...ordinary.accounts,
        account('f1', '8 Shared House, Bath'),
        account('f2', '8 Shared House, Bath'),
        ...locker.map((id, index) => account(id, `${index + 40} Dorm Street, Oxford`)),
      ],
      documents: ordinary.documents,
      shipments: [
        ...ordinary.shipments,
        shipment('f1', '8 Shared House, Bath'),
        shipment('f2', '8 Shared House, Bath'),
        ...locker.map((id) => shipment(id, 'Parcel Locker 17, Station Square, Oxford')),
      ],
      known_shared: [
        {
          type: 'address',
          value: 'Parcel locker 17, Station Square, Oxford',
          reason: 'a parcel locker',
        },
      ],
    });
    expect(found.map(({ accounts }) => accounts.length).sort()).toEqual([2, 5]);
    for (const { score } of found) expect(score).toBeLessThan(0.2);
  });
});
