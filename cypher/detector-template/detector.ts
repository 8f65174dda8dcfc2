import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count } from '../../domain/messages/en/typography.ts';

export default defineDetector({
  version: 1,
  indicators: ['C5'],
  family: 'contacts',
  binds: true,
  priorWeight: {
    account: 0.6,
    link: 5,
    why: 'equipment that is sent on is named by the advisory; forwarders and offices do so honestly',
  },
  role: 'operator',
  needs: ['declared-together'],
  parameters: {
    most_accounts: {
      default: 12,
      min: 2,
      why: 'more accounts than one hand has sent to one place: a forwarder, a depot, an office',
      unit: 'accounts',
    },
  },
  facts: z.object({
    accounts: z.int(),
    /** Of them, counting those who are openly connected as one. */
    unrelated: z.int(),
    shipments: z.int(),
  }),
  // Those who are openly connected share an address as a rule; each stranger takes away half of the doubt.
  strength: ({ unrelated }) => (unrelated > 1 ? 0.7 * (1 - 0.5 ** (unrelated - 1)) : 0.05),
  explainedBy: () => ({ household: 0.8, business: 0.8, studio: 0.6 }),
  messages: {
    title: 'Shipments of several accounts to one address',
    bond: 'one place of delivery',
    looksFor:
      'Accounts that have equipment or papers sent to one address, though nothing connects them.',
    blindTo: 'Addresses that are written in several ways; accounts that nothing was sent to.',
    benign: [
      'a family or flatmates',
      'a depot or forwarder',
      'an employer that receives for its people',
    ],
    headline: ({ accounts, shipments }) =>
      `${count(shipments, 'shipment', 'shipments')} of ${count(accounts, 'account', 'accounts')} to one address`,
  },
});
