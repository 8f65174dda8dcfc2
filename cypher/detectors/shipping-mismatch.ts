import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count } from '../../domain/messages/en/typography.ts';

export default defineDetector({
  version: 1,
  indicators: ['H7', 'E7'],
  shows: {
    H7: ({ off_paper }) => off_paper > 0,
    E7: ({ strangers }) => strangers > 0,
  },
  family: 'contacts',
  binds: true,
  priorWeight: {
    account: 0.75,
    link: 6,
    why: 'equipment sent to an address on no paper is named by the advisory; parcels to an office or a friend are common',
  },
  role: (facts) => (facts.hosts > 0 && facts.strangers > 0 ? 'mule' : 'operator'),
  needs: ['same-delivery', 'declared-together'],
  parameters: {
    most_accounts: {
      default: 40,
      min: 2,
      why: 'an address of so many is a forwarder or a parcel locker',
      unit: 'accounts',
    },
    few_accounts: {
      default: 8,
      min: 2,
      why: 'one home keeps the machines of a handful; the more accounts, the more it is a forwarder',
      unit: 'accounts',
    },
  },
  facts: z.object({
    shipments: z.int(),
    accounts: z.int(),
    /** Accounts that give other addresses, and not this one. */
    strangers: z.int(),
    /** Those among them whose identity papers or other papers give another address. */
    off_paper: z.int(),
    /** Other accounts that give this address as theirs. */
    hosts: z.int(),
    /** Strangers and hosts, openly connected ones counted once. */
    unrelated: z.int(),
    /** Shipments for a recipient in whose name no word of the holder’s stands. */
    other_recipients: z.int(),
    known_shared: z.array(z.string()),
    usual_elsewhere: z.number(),
  }),
  strength: (facts, settings) => {
    const known = facts.known_shared.length > 0 ? 0.15 : 1;
    const rare = (1 - facts.usual_elsewhere) ** 2;
    const paper = facts.off_paper > 0 ? 1 : 0.5;
    const recipient = 0.7 + 0.3 * (facts.other_recipients / facts.shipments);
    const lone = facts.strangers > 0 ? 0.3 * rare * paper * recipient : 0;
    const everybody = facts.accounts + facts.hosts;
    const many = Math.min(1, settings.few_accounts / everybody) ** 2;
    // Housemates, each at home there, say next to nothing.
    const together =
      facts.strangers === 0
        ? 0.05
        : facts.unrelated > 1
          ? 0.9 * (1 - 0.4 ** (facts.unrelated - 1)) * many
          : 0;
    return (1 - (1 - lone) * (1 - together)) * known;
  },
  explainedBy: () => ({ second_account: 0.8, household: 0.8, business: 0.7, studio: 0.6 }),
  messages: {
    title: 'Shipments to an address on no paper',
    bond: 'one delivery address',
    looksFor:
      'Equipment or papers sent to an address that the account gives nowhere, above all when things for several unrelated accounts go there, or when it is another account’s home: somebody keeps their machines.',
    blindTo:
      'Addresses written so differently that no house number agrees, and equipment that somebody carries on.',
    shows: {
      H7: 'papers of the account give another address',
      E7: 'the account gives this address nowhere',
    },
    benign: [
      'somebody who moved house, or is with family for some months',
      'a parcel locker, a campus post room or a freight forwarder',
      'an office or coworking space that accepts parcels',
      'flatmates, or lodgers whose papers still name their old home',
    ],
    headline: (facts) =>
      [
        `${facts.shipments} ${facts.shipments === 1 ? 'shipment' : 'shipments'} for ${facts.accounts} ${facts.accounts === 1 ? 'account' : 'accounts'} to one address`,
        facts.strangers > 0 ? `which ${facts.strangers} of them give nowhere` : null,
        facts.hosts > 0 ? `and which is that of ${count(facts.hosts, 'other', 'others')}` : null,
      ]
        .filter((part) => part !== null)
        .join(', '),
  },
});
