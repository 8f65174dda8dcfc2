/** Where and on what accounts are used. */
import { accountKey, type Files } from './declaration.ts';

export const sessionFiles = {
  logins: {
    about: 'sessions: an account at an address, on a device, for a time',
    key: ['account_id', 'ip', 'device_id', 'started_at'],
    from: { column: 'account_id', type: 'account' },
    when: 'started_at',
    columns: {
      account_id: accountKey,
      ip: {
        kind: 'ip',
        mask: 'ip',
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
      icon: 'IconWorld',
      colour: { light: '#0f7f83', dark: '#4fc7c9' },
      shape: 'hexagon',
    },
    followTheMoney: { schema: 'Asset', properties: { country: ['country'] } },
    stix: 'ip-address',
    when: 'observed_at',
    columns: {
      ip: {
        kind: 'ip',
        mask: 'ip',
        required: true,
        search: true,
        about: 'IPv4 or IPv6 address',
      },
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
      icon: 'IconDeviceLaptop',
      colour: { light: '#7c4fc4', dark: '#b794f4' },
      shape: 'square',
    },
    followTheMoney: { schema: 'Asset', properties: {} },
    stix: 'infrastructure',
    columns: {
      device_id: { kind: 'id', required: true, search: true, about: 'the platform’s id' },
      kind: { kind: 'text', about: 'desktop, laptop, phone, virtual machine' },
      os: { kind: 'text', about: 'operating system' },
      fingerprint: { kind: 'text', search: true, about: 'browser fingerprint' },
      remote_access: { kind: 'list', about: 'remote-access tools seen on it' },
    },
  },
} as const satisfies Files;
