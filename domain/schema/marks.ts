/** What is known beforehand: what honest people share, and the truth to measure by. */
import { accountKey, type Files } from './declaration.ts';

export const markFiles = {
  known_shared: {
    about: 'what honest people are known to share, so that it counts for little',
    key: ['type', 'value'],
    node: {
      type: 'known_shared',
      label: 'KnownShared',
      one: 'known shared value',
      many: 'known shared values',
      caption: ['value'],
      icon: 'IconUsersGroup',
      colour: { light: '#6b7280', dark: '#a3acba' },
      shape: 'diamond',
    },
    followTheMoney: { schema: 'Note', properties: { description: ['reason'] } },
    stix: null,
    when: 'since',
    columns: {
      type: {
        kind: 'enum',
        required: true,
        values: ['ip', 'device', 'payment_account', 'document', 'address'],
        about: 'what the value is',
      },
      value: {
        kind: 'id',
        mask: { by: 'type', of: { ip: 'ip', address: 'address' } },
        required: true,
        search: true,
        about: 'an id; a CIDR for ip',
      },
      reason: { kind: 'text', required: true, search: true, about: 'why honest people share it' },
      since: { kind: 'date', about: 'from when' },
      until: { kind: 'date', about: 'until when' },
    },
  },

  labels: {
    about: 'ground truth for measuring; no detector may read it',
    key: ['account_id'],
    node: {
      type: 'label',
      label: 'Label',
      one: 'label',
      many: 'labels',
      caption: ['account_id'],
      icon: 'IconTag',
      colour: { light: '#6b7280', dark: '#a3acba' },
      shape: 'diamond',
    },
    followTheMoney: { schema: 'Note', properties: {} },
    stix: null,
    columns: {
      account_id: {
        ...accountKey,
        about: 'the account; no relation leads there, so that no query meets a label by chance',
      },
      cluster: { kind: 'text', about: 'the ring it belongs to' },
      role: {
        kind: 'enum',
        required: true,
        values: ['operator', 'mule', 'unwitting', 'victim', 'benign'],
        about: 'its part',
      },
      kind: { kind: 'text', about: 'kind of ring, or of honest look-alike' },
      note: { kind: 'text', about: 'a note' },
    },
  },
} as const satisfies Files;
