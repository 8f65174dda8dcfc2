/**
 * The domain, declared once: every file and column of the dataset contract.
 * Validation, constraints and indexes, load queries, captions, colours, icons, API types and
 * docs/SCHEMA.md derive from this file; `graph.ts` beside it does the deriving.
 */
import type { CellKind } from './cell.ts';

/** The node types, named as the contract names them: the file's singular in snake case. */
export const nodeTypeNames = [
  'account',
  'account_change',
  'ip',
  'device',
  'payment_account',
  'document',
  'job',
  'profile',
  'shipment',
  'website',
  'company',
  'person',
  'watchlist_entry',
  'known_shared',
  'label',
] as const;
export type NodeTypeName = (typeof nodeTypeNames)[number];

export interface Reference {
  to: NodeTypeName;
  /** Neo4j's relation type, unique in the schema. */
  relation: string;
  /** The relation in words, read from the row's node to the other end: "is paid through". */
  says: string;
}

export interface Column {
  kind: CellKind;
  about: string;
  required?: true;
  /** The words an `enum` allows. */
  values?: readonly string[];
  refersTo?: Reference;
  /** Found by the search box. */
  search?: true;
  /** Names a person or reaches one: masked when evidence is minimised. */
  personal?: true;
  /** Looked up for equality by detectors, so it has an index. */
  indexed?: true;
}

export const shapes = ['circle', 'square', 'diamond', 'triangle', 'hexagon'] as const;
export type Shape = (typeof shapes)[number];

/** How a node of this type looks and is called, on the canvas and in every list. */
export interface NodeLooks {
  type: NodeTypeName;
  /** Neo4j's label. */
  label: string;
  one: string;
  many: string;
  /** The columns that name it to a person, first filled one wins; the id when all are empty. */
  caption: readonly string[];
  /** A Tabler icon's name. */
  icon: string;
  colour: { light: string; dark: string };
  shape: Shape;
}

interface FileBase {
  about: string;
  /** The columns that identify a row. */
  key: readonly string[];
  /** The column that says when it happened; what happened after `--as-of` is not used. */
  when?: string;
  columns: Readonly<Record<string, Column>>;
}

/** A file whose rows are nodes. */
export interface NodeFile extends FileBase {
  node: NodeLooks;
}

/** A file whose rows are relations that start at the node whose id is in `from.column`. */
export interface RelationFile extends FileBase {
  from: { column: string; type: NodeTypeName };
}

/** `links`: both ends name their own type. */
export interface LinkFile extends FileBase {
  link: { relation: string; types: readonly NodeTypeName[] };
}

export type DatasetFile = NodeFile | RelationFile | LinkFile;

/** Raised when stored data changes shape; the database carries the version that wrote it. */
export const schemaVersion = 1;

const account = (relation: string, says: string): Reference => ({ to: 'account', relation, says });
const job = (relation: string): Reference => ({ to: 'job', relation, says: 'for the job' });

const accountKey: Column = { kind: 'id', required: true, about: 'the account' };

export const files = {
  accounts: {
    about: 'the accounts of the platform: developers, clients, agencies',
    key: ['account_id'],
    node: {
      type: 'account',
      label: 'Account',
      one: 'account',
      many: 'accounts',
      caption: ['display_name', 'handle'],
      icon: 'user',
      colour: { light: '#2563c9', dark: '#6ea8fe' },
      shape: 'circle',
    },
    when: 'created_at',
    columns: {
      account_id: { kind: 'id', required: true, about: 'the platform’s own id' },
      platform: { kind: 'text', about: 'the platform that the account is on' },
      role: {
        kind: 'enum',
        values: ['developer', 'client', 'both', 'agency'],
        about: 'what the account does there',
      },
      handle: { kind: 'text', search: true, about: 'the public user name' },
      display_name: { kind: 'text', search: true, personal: true, about: 'the name shown' },
      legal_name: { kind: 'text', search: true, personal: true, about: 'the name given for tax' },
      birth_date: { kind: 'date', personal: true, about: 'birth date as given' },
      trade: { kind: 'text', about: 'the work offered, such as web, mobile, design' },
      nationality: { kind: 'country', about: 'nationality as claimed; never evidence by itself' },
      country: { kind: 'country', about: 'country as claimed; never evidence by itself' },
      city: { kind: 'text', about: 'city as claimed' },
      address: { kind: 'text', search: true, personal: true, about: 'address as claimed' },
      timezone: { kind: 'text', about: 'IANA time zone as claimed' },
      email: { kind: 'text', search: true, personal: true, indexed: true, about: 'e-mail address' },
      phone: { kind: 'text', search: true, personal: true, indexed: true, about: 'phone number' },
      website: { kind: 'text', search: true, about: 'website named at sign-up' },
      employer: { kind: 'text', search: true, about: 'employer as claimed' },
      education: { kind: 'text', about: 'education as claimed' },
      status: {
        kind: 'enum',
        values: ['active', 'suspended', 'closed'],
        about: 'state on the platform',
      },
      created_at: { kind: 'time', about: 'when the account was opened' },
      verified_at: { kind: 'time', about: 'when its identity was verified' },
      video_verified_at: { kind: 'time', about: 'when it was verified by video' },
      closed_at: { kind: 'time', about: 'when it was closed' },
      closed_reason: { kind: 'text', about: 'why it was closed' },
      referred_by: {
        kind: 'id',
        refersTo: account('REFERRED_BY', 'was referred by'),
        about: 'the account that brought it in',
      },
    },
  },
  account_changes: {
    about: 'what an account changed of itself, and when',
    key: ['account_id', 'field', 'changed_at'],
    node: {
      type: 'account_change',
      label: 'AccountChange',
      one: 'account change',
      many: 'account changes',
      caption: ['field'],
      icon: 'history',
      colour: { light: '#6b7280', dark: '#a3acba' },
      shape: 'diamond',
    },
    when: 'changed_at',
    columns: {
      account_id: { ...accountKey, refersTo: account('CHANGE_OF', 'is a change of') },
      field: { kind: 'text', required: true, about: 'the column of accounts that changed' },
      old_value: { kind: 'text', personal: true, about: 'what it said before' },
      new_value: { kind: 'text', personal: true, about: 'what it says since' },
      changed_at: { kind: 'time', required: true, about: 'when' },
    },
  },
  logins: {
    about: 'sessions: an account at an address, on a device, for a time',
    key: ['account_id', 'ip', 'device_id', 'started_at'],
    from: { column: 'account_id', type: 'account' },
    when: 'started_at',
    columns: {
      account_id: accountKey,
      ip: {
        kind: 'ip',
        required: true,
        refersTo: { to: 'ip', relation: 'LOGGED_IN_FROM', says: 'logged in from' },
        about: 'the address it came from',
      },
      device_id: {
        kind: 'id',
        refersTo: { to: 'device', relation: 'LOGGED_IN_ON', says: 'logged in on' },
        about: 'the device it was on',
      },
      started_at: { kind: 'time', required: true, about: 'first activity' },
      ended_at: { kind: 'time', about: 'last activity' },
      user_agent: { kind: 'text', about: 'the browser’s own description' },
      service_port: {
        kind: 'integer',
        about: 'port of the service seen at that address; 3389 is remote desktop',
      },
    },
  },
  ips: {
    about: 'what is known of an address',
    key: ['ip'],
    node: {
      type: 'ip',
      label: 'Ip',
      one: 'IP address',
      many: 'IP addresses',
      caption: ['ip'],
      icon: 'world',
      colour: { light: '#0f7f83', dark: '#4fc7c9' },
      shape: 'hexagon',
    },
    when: 'observed_at',
    columns: {
      ip: { kind: 'ip', required: true, search: true, about: 'IPv4 or IPv6 address' },
      country: { kind: 'country', about: 'country it is registered in' },
      city: { kind: 'text', about: 'city it is placed in' },
      asn: { kind: 'text', about: 'autonomous system number' },
      as_name: { kind: 'text', search: true, about: 'name of the network' },
      kind: {
        kind: 'enum',
        values: [
          'residential',
          'mobile',
          'business',
          'education',
          'coworking',
          'hosting',
          'vpn',
          'tor',
        ],
        about: 'what stands behind it',
      },
      open_ports: { kind: 'list', about: 'ports seen open' },
      observed_at: { kind: 'time', about: 'when that was seen' },
    },
  },
  devices: {
    about: 'machines that accounts were used on',
    key: ['device_id'],
    node: {
      type: 'device',
      label: 'Device',
      one: 'device',
      many: 'devices',
      caption: ['fingerprint'],
      icon: 'device-laptop',
      colour: { light: '#7c4fc4', dark: '#b794f4' },
      shape: 'square',
    },
    columns: {
      device_id: { kind: 'id', required: true, search: true, about: 'the platform’s id' },
      kind: { kind: 'text', about: 'desktop, laptop, phone, virtual machine' },
      os: { kind: 'text', about: 'operating system' },
      fingerprint: { kind: 'text', search: true, about: 'browser fingerprint' },
      remote_access: { kind: 'list', about: 'remote-access tools seen on it' },
    },
  },
  payment_accounts: {
    about: 'where money is paid to and from',
    key: ['payment_account_id'],
    node: {
      type: 'payment_account',
      label: 'PaymentAccount',
      one: 'payment account',
      many: 'payment accounts',
      caption: ['holder_name'],
      icon: 'building-bank',
      colour: { light: '#b4530a', dark: '#f4a259' },
      shape: 'square',
    },
    when: 'opened_at',
    columns: {
      payment_account_id: { kind: 'id', required: true, search: true, about: 'the platform’s id' },
      kind: {
        kind: 'enum',
        values: ['bank', 'wallet', 'card', 'crypto', 'prepaid'],
        about: 'sort of account',
      },
      provider: { kind: 'text', search: true, about: 'bank or payment firm' },
      holder_name: { kind: 'text', search: true, personal: true, about: 'name of the holder' },
      holder_company: {
        kind: 'id',
        refersTo: { to: 'company', relation: 'HELD_BY', says: 'is held by' },
        about: 'the company that holds it',
      },
      country: { kind: 'country', about: 'country of the account' },
      currency: { kind: 'currency', about: 'currency it is kept in' },
      status: { kind: 'text', about: 'state at the provider' },
      opened_at: { kind: 'time', about: 'when it was opened' },
      closed_at: { kind: 'time', about: 'when it was closed' },
    },
  },
  account_payments: {
    about: 'which account is paid into, or pays from, which payment account',
    key: ['account_id', 'payment_account_id', 'purpose'],
    from: { column: 'account_id', type: 'account' },
    when: 'first_used_at',
    columns: {
      account_id: accountKey,
      payment_account_id: {
        kind: 'id',
        required: true,
        refersTo: { to: 'payment_account', relation: 'PAID_THROUGH', says: 'is paid through' },
        about: 'the payment account',
      },
      purpose: {
        kind: 'enum',
        values: ['payout', 'funding'],
        about: 'payout: earnings go there; funding: it pays from there',
      },
      first_used_at: { kind: 'time', about: 'first use' },
      last_used_at: { kind: 'time', about: 'last use' },
    },
  },
  transfers: {
    about: 'money that moved between payment accounts',
    key: ['transfer_id'],
    from: { column: 'from_payment_account_id', type: 'payment_account' },
    when: 'sent_at',
    columns: {
      transfer_id: { kind: 'id', required: true, about: 'the platform’s id' },
      from_payment_account_id: { kind: 'id', required: true, about: 'payer' },
      to_payment_account_id: {
        kind: 'id',
        required: true,
        refersTo: { to: 'payment_account', relation: 'TRANSFERRED_TO', says: 'sent money to' },
        about: 'payee',
      },
      amount: { kind: 'decimal', required: true, about: 'amount in that currency' },
      currency: { kind: 'currency', required: true, about: 'ISO 4217' },
      sent_at: { kind: 'time', required: true, about: 'when it was sent' },
      channel: { kind: 'text', about: 'how it was sent' },
      initiated_by: {
        kind: 'enum',
        values: ['payer', 'payee', 'platform'],
        about: 'who asked for it',
      },
      status: {
        kind: 'enum',
        values: ['settled', 'failed', 'reversed', 'disputed'],
        about: 'how it ended',
      },
      job_id: {
        kind: 'id',
        refersTo: { to: 'job', relation: 'TRANSFERRED_FOR', says: 'sent money for' },
        about: 'the job it paid for',
      },
      reference: { kind: 'text', about: 'text that came with it' },
    },
  },
  documents: {
    about: 'papers, bids, messages and profile texts that an account handed in',
    key: ['document_id'],
    node: {
      type: 'document',
      label: 'Document',
      one: 'document',
      many: 'documents',
      caption: ['name_on_document', 'kind'],
      icon: 'file-text',
      colour: { light: '#9a6b00', dark: '#e0b84c' },
      shape: 'square',
    },
    when: 'submitted_at',
    columns: {
      document_id: { kind: 'id', required: true, search: true, about: 'the platform’s id' },
      account_id: { ...accountKey, refersTo: account('HANDED_IN_BY', 'was handed in by') },
      kind: {
        kind: 'enum',
        values: [
          'passport',
          'national_id',
          'driving_licence',
          'social_security',
          'resident_card',
          'diploma',
          'visa',
          'statement',
          'resume',
          'portfolio',
          'contract',
          'invoice',
          'bid',
          'message',
          'profile',
          'other',
        ],
        about: 'sort of document',
      },
      used_for: {
        kind: 'enum',
        values: ['signup', 'verification', 'bid', 'communication'],
        about: 'what it was handed in for',
      },
      name_on_document: { kind: 'text', search: true, personal: true, about: 'name on it' },
      birth_date: { kind: 'date', personal: true, about: 'birth date on it' },
      number: {
        kind: 'text',
        search: true,
        personal: true,
        indexed: true,
        about: 'number of the document',
      },
      issuing_country: { kind: 'country', about: 'country that issued it' },
      issuer_name: { kind: 'text', search: true, about: 'who issued it' },
      issuer_email: { kind: 'text', about: 'issuer’s e-mail address on it' },
      issuer_phone: { kind: 'text', about: 'issuer’s phone on it' },
      address_on_document: { kind: 'text', search: true, personal: true, about: 'address on it' },
      sha256: { kind: 'hex', indexed: true, about: 'digest of the file' },
      perceptual_hash: { kind: 'hex', indexed: true, about: 'perceptual hash of the picture' },
      photo_hash: { kind: 'hex', indexed: true, about: 'perceptual hash of the photo on it' },
      verification_result: {
        kind: 'enum',
        values: ['passed', 'failed', 'poor_image', 'unchecked'],
        about: 'what verification said',
      },
      text: { kind: 'long_text', about: 'its text' },
      submitted_at: { kind: 'time', about: 'when it was handed in' },
      to_account_id: {
        kind: 'id',
        refersTo: account('ADDRESSED_TO', 'is addressed to'),
        about: 'whom a message was for',
      },
    },
  },
  jobs: {
    about: 'work that clients offer',
    key: ['job_id'],
    node: {
      type: 'job',
      label: 'Job',
      one: 'job',
      many: 'jobs',
      caption: ['title'],
      icon: 'briefcase',
      colour: { light: '#3f7d20', dark: '#8bc76a' },
      shape: 'hexagon',
    },
    when: 'posted_at',
    columns: {
      job_id: { kind: 'id', required: true, search: true, about: 'the platform’s id' },
      client_account_id: {
        ...accountKey,
        refersTo: account('POSTED_BY', 'was posted by'),
        about: 'the client',
      },
      title: { kind: 'text', search: true, about: 'title' },
      category: { kind: 'text', about: 'category' },
      posted_at: { kind: 'time', about: 'when it was posted' },
      due_at: { kind: 'time', about: 'when it was due' },
      finished_at: { kind: 'time', about: 'when it was finished' },
      budget: { kind: 'decimal', about: 'budget' },
      currency: { kind: 'currency', about: 'currency of the budget' },
    },
  },
  bids: {
    about: 'offers of accounts for jobs',
    key: ['bid_id'],
    from: { column: 'account_id', type: 'account' },
    when: 'submitted_at',
    columns: {
      bid_id: { kind: 'id', required: true, about: 'the platform’s id' },
      account_id: accountKey,
      job_id: {
        kind: 'id',
        required: true,
        refersTo: { to: 'job', relation: 'BID_ON', says: 'bid on' },
        about: 'the job',
      },
      submitted_at: { kind: 'time', about: 'when' },
      status: {
        kind: 'enum',
        values: ['submitted', 'accepted', 'rejected', 'withdrawn'],
        about: 'what became of it',
      },
      document_id: {
        kind: 'id',
        refersTo: { to: 'document', relation: 'BID_WITH', says: 'bid with' },
        about: 'the text of the bid',
      },
    },
  },
  ratings: {
    about: 'what accounts say of each other after a job',
    key: ['rating_id'],
    from: { column: 'from_account_id', type: 'account' },
    when: 'rated_at',
    columns: {
      rating_id: { kind: 'id', required: true, about: 'the platform’s id' },
      from_account_id: { ...accountKey, about: 'who rates' },
      to_account_id: { ...accountKey, refersTo: account('RATED', 'rated'), about: 'who is rated' },
      score: { kind: 'decimal', required: true, about: 'the score' },
      scale_min: { kind: 'decimal', about: 'lowest score possible; 1 when empty' },
      scale_max: { kind: 'decimal', about: 'highest score possible; 5 when empty' },
      rated_at: { kind: 'time', about: 'when' },
      job_id: { kind: 'id', refersTo: job('RATED_FOR'), about: 'the job it is about' },
      comment: { kind: 'long_text', about: 'what was written' },
    },
  },
  profiles: {
    about: 'what an account’s holder says on other sites',
    key: ['profile_id'],
    node: {
      type: 'profile',
      label: 'Profile',
      one: 'profile',
      many: 'profiles',
      caption: ['name', 'site'],
      icon: 'id-badge-2',
      colour: { light: '#b83280', dark: '#f08cc0' },
      shape: 'diamond',
    },
    when: 'observed_at',
    columns: {
      profile_id: { kind: 'id', required: true, search: true, about: 'id of the profile' },
      account_id: { ...accountKey, refersTo: account('PROFILE_OF', 'is a profile of') },
      site: { kind: 'text', about: 'the site it stands on' },
      name: { kind: 'text', search: true, personal: true, about: 'name on it' },
      nationality: { kind: 'country', about: 'nationality on it; never evidence by itself' },
      country: { kind: 'country', about: 'country on it; never evidence by itself' },
      city: { kind: 'text', about: 'city on it' },
      email: { kind: 'text', search: true, personal: true, about: 'e-mail address on it' },
      phone: { kind: 'text', search: true, personal: true, about: 'phone on it' },
      employer: { kind: 'text', about: 'employer on it' },
      education: { kind: 'text', about: 'education on it' },
      website: { kind: 'text', about: 'website on it' },
      observed_at: { kind: 'time', about: 'when it was seen' },
    },
  },
  shipments: {
    about: 'equipment or papers sent to an account’s holder',
    key: ['shipment_id'],
    node: {
      type: 'shipment',
      label: 'Shipment',
      one: 'shipment',
      many: 'shipments',
      caption: ['recipient_name'],
      icon: 'package',
      colour: { light: '#8a5a44', dark: '#cfa08a' },
      shape: 'diamond',
    },
    when: 'requested_at',
    columns: {
      shipment_id: { kind: 'id', required: true, search: true, about: 'the platform’s id' },
      account_id: { ...accountKey, refersTo: account('SHIPPED_TO', 'was shipped to') },
      address: { kind: 'text', search: true, personal: true, about: 'where to' },
      country: { kind: 'country', about: 'country of that address' },
      recipient_name: { kind: 'text', search: true, personal: true, about: 'who receives it' },
      requested_at: { kind: 'time', about: 'when it was asked for' },
    },
  },
  websites: {
    about: 'whether a website that accounts name exists',
    key: ['url'],
    node: {
      type: 'website',
      label: 'Website',
      one: 'website',
      many: 'websites',
      caption: ['url'],
      icon: 'link',
      colour: { light: '#4d7c0f', dark: '#a3d15c' },
      shape: 'hexagon',
    },
    when: 'checked_at',
    columns: {
      url: { kind: 'id', required: true, search: true, about: 'its address' },
      status: { kind: 'enum', values: ['live', 'parked', 'defunct'], about: 'what was found' },
      checked_at: { kind: 'time', about: 'when it was looked at' },
    },
  },
  companies: {
    about: 'companies that hold accounts, employ people or own one another',
    key: ['company_id'],
    node: {
      type: 'company',
      label: 'Company',
      one: 'company',
      many: 'companies',
      caption: ['name'],
      icon: 'building',
      colour: { light: '#475ab0', dark: '#93a5f5' },
      shape: 'square',
    },
    when: 'incorporated_on',
    columns: {
      company_id: { kind: 'id', required: true, search: true, about: 'id in the source' },
      name: { kind: 'text', required: true, search: true, about: 'registered name' },
      aliases: { kind: 'list', search: true, about: 'other names' },
      country: { kind: 'country', about: 'country of registration' },
      registration_number: { kind: 'text', search: true, indexed: true, about: 'register number' },
      address: { kind: 'text', search: true, about: 'registered address' },
      email: { kind: 'text', search: true, indexed: true, about: 'e-mail address' },
      phone: { kind: 'text', search: true, indexed: true, about: 'phone number' },
      website: { kind: 'text', search: true, about: 'website' },
      incorporated_on: { kind: 'date', about: 'when it was founded' },
      dissolved_on: { kind: 'date', about: 'when it was dissolved' },
    },
  },
  persons: {
    about: 'people in registers and lists, apart from accounts',
    key: ['person_id'],
    node: {
      type: 'person',
      label: 'Person',
      one: 'person',
      many: 'persons',
      caption: ['name'],
      icon: 'user-circle',
      colour: { light: '#a3403f', dark: '#ef8f8d' },
      shape: 'circle',
    },
    columns: {
      person_id: { kind: 'id', required: true, search: true, about: 'id in the source' },
      name: { kind: 'text', required: true, search: true, personal: true, about: 'name' },
      aliases: { kind: 'list', search: true, personal: true, about: 'other names' },
      nationality: { kind: 'country', about: 'nationality; never evidence by itself' },
      country: { kind: 'country', about: 'country; never evidence by itself' },
      birth_date: { kind: 'date', personal: true, about: 'birth date' },
      address: { kind: 'text', search: true, personal: true, about: 'address' },
      email: { kind: 'text', search: true, personal: true, indexed: true, about: 'e-mail address' },
      phone: { kind: 'text', search: true, personal: true, indexed: true, about: 'phone number' },
    },
  },
  links: {
    about: 'ties that a source states: offices, ownership, control, family',
    key: ['from_type', 'from_id', 'to_type', 'to_id', 'kind', 'since'],
    link: {
      relation: 'LINKED_TO',
      types: ['account', 'company', 'person', 'payment_account', 'watchlist_entry'],
    },
    when: 'since',
    columns: {
      from_type: {
        kind: 'enum',
        required: true,
        values: ['account', 'company', 'person', 'payment_account', 'watchlist_entry'],
        about: 'type of the first end',
      },
      from_id: { kind: 'id', required: true, about: 'id of the first end' },
      to_type: {
        kind: 'enum',
        required: true,
        values: ['account', 'company', 'person', 'payment_account', 'watchlist_entry'],
        about: 'type of the second end',
      },
      to_id: { kind: 'id', required: true, about: 'id of the second end' },
      kind: {
        kind: 'enum',
        required: true,
        values: [
          'officer_of',
          'owner_of',
          'controls',
          'founded',
          'employs',
          'represents',
          'family_of',
          'front_for',
          'uses',
          'recommended',
          'linked_to',
          'other',
        ],
        about: 'how the first end stands to the second',
      },
      share_percent: { kind: 'decimal', about: 'share owned, in percent' },
      since: { kind: 'date', about: 'from when' },
      until: { kind: 'date', about: 'until when' },
      source: { kind: 'text', about: 'who says so' },
    },
  },
  watchlist: {
    about: 'entries of sanctions and warning lists',
    key: ['list', 'entry_id'],
    node: {
      type: 'watchlist_entry',
      label: 'WatchlistEntry',
      one: 'watchlist entry',
      many: 'watchlist entries',
      caption: ['name'],
      icon: 'flag',
      colour: { light: '#c0262d', dark: '#ff7b7b' },
      shape: 'triangle',
    },
    when: 'listed_on',
    columns: {
      entry_id: { kind: 'id', required: true, search: true, about: 'id of the entry' },
      list: { kind: 'id', required: true, about: 'name of the list, such as OFAC-SDN' },
      name: { kind: 'text', required: true, search: true, about: 'name' },
      aliases: { kind: 'list', search: true, about: 'other names' },
      kind: { kind: 'enum', values: ['company', 'person'], about: 'company or person' },
      birth_date: { kind: 'date', about: 'birth date' },
      country: { kind: 'country', about: 'country' },
      programs: { kind: 'list', about: 'sanctions programmes' },
      addresses: { kind: 'list', search: true, about: 'addresses' },
      identifiers: { kind: 'list', search: true, about: 'register and document numbers' },
      listed_on: { kind: 'date', about: 'when it was listed' },
      list_published_on: { kind: 'date', about: 'date of the list’s edition' },
      remarks: { kind: 'long_text', about: 'remarks, word for word' },
    },
  },
  known_shared: {
    about: 'what honest people are known to share, so that it counts for little',
    key: ['type', 'value'],
    node: {
      type: 'known_shared',
      label: 'KnownShared',
      one: 'known shared value',
      many: 'known shared values',
      caption: ['value'],
      icon: 'users-group',
      colour: { light: '#6b7280', dark: '#a3acba' },
      shape: 'diamond',
    },
    when: 'since',
    columns: {
      type: {
        kind: 'enum',
        required: true,
        values: ['ip', 'device', 'payment_account', 'document', 'address'],
        about: 'what the value is',
      },
      value: { kind: 'id', required: true, about: 'an id; a CIDR for ip' },
      reason: { kind: 'text', required: true, about: 'why honest people share it' },
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
      icon: 'tag',
      colour: { light: '#6b7280', dark: '#a3acba' },
      shape: 'diamond',
    },
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
} as const satisfies Record<string, DatasetFile>;

export type FileName = keyof typeof files;
