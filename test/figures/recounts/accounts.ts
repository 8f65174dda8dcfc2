/** What accounts state, and how they come and go: counted from accounts.csv, its changes and what hangs on them. */
import { given, type Recount } from '../recount.ts';
import { grouped, rounded, seconds, sum, timesOf, type CsvRow, type World } from '../world.ts';

const remotePorts = ['3389', '5900', '5901', '5938', '6568', '7070', '8040', '21116'];

/** When each kind of change of an account may be said to have happened. */
function changesOf(world: World, account: string): Map<string, number[]> {
  const payouts = world
    .where('account_payments', 'account_id', account)
    .filter((row) => ['', 'payout'].includes(row['purpose']!));
  const kindOf = (field: string) => (field === 'email' || field === 'phone' ? field : 'name');
  const sessions = world.sessions().filter((one) => one.account === account);
  const devices = [
    ...grouped(
      sessions.filter(({ device }) => device !== ''),
      ({ device }) => device,
    ),
  ];
  const first = (all: readonly { from: number }[]) => Math.min(...all.map(({ from }) => from));
  const isRemote = (device: string) =>
    !!world.one('devices', 'device_id', device)?.['remote_access'];
  const isPort = (ip: string, port: string) =>
    [port, ...(world.one('ips', 'ip', ip)?.['open_ports'] ?? '').split('|')].some((one) =>
      remotePorts.includes(one),
    );
  const through = sessions.filter(
    ({ ip, port }) => isPort(ip, port) || world.one('ips', 'ip', ip)?.['kind'] === 'hosting',
  );
  const found = new Map<string, number[]>();
  const note = (kind: string, at: number) => found.set(kind, [...(found.get(kind) ?? []), at]);
  for (const row of payouts)
    if (row['first_used_at']) note('payout', seconds(row['first_used_at']));
  for (const row of world.where('account_changes', 'account_id', account))
    if (['email', 'phone', 'legal_name', 'display_name'].includes(row['field']!))
      note(kindOf(row['field']!), seconds(row['changed_at']!));
  for (const [device, all] of devices) {
    note('device', first(all));
    if (isRemote(device)) note('remote', first(all));
  }
  if (through.length > 0) {
    const at = first(through);
    const byPort = through.some(({ from, ip, port }) => from === at && isPort(ip, port));
    note(byPort ? 'remote' : 'hosting', at);
  }
  return found;
}

/** The middle of the hours, round the clock, and how regular they are. */
function middle(times: readonly number[]) {
  const angles = times.map((time) => (2 * Math.PI * (time % 86_400)) / 86_400);
  const [y, x] = [sum(angles.map(Math.sin)), sum(angles.map(Math.cos))];
  return { at: (Math.atan2(y, x) * 12) / Math.PI, regular: Math.hypot(x, y) / times.length };
}

/** That second, as finely as it is told. */
function toTheSecond(at: number, told: string | null): string {
  return told !== null && seconds(told) === at ? told : new Date(1_000 * at).toISOString();
}

/** What each kind of change weighs beside a new payout or machine. */
const weightOf: Readonly<Record<string, number>> = {
  email: 0.8,
  remote: 0.8,
  hosting: 0.8,
  phone: 0.5,
  name: 0.5,
};

const accountHandover: Recount = (finding, world) => {
  const account = given<string>(finding, 'account');
  const [from, until] = [seconds(given(finding, 'from')), seconds(given(finding, 'until'))];
  const changes = changesOf(world, account);
  const within = given<string[]>(finding, 'changed').filter((kind) =>
    changes.get(kind)?.some((at) => at >= from && at <= until),
  );
  const times = [...changes.values()].flat();
  const sessions = world.sessions().filter((one) => one.account === account);
  const before = sessions.filter((one) => one.from < from).map((one) => one.from);
  const after = sessions.filter((one) => one.from >= until).map((one) => one.from);
  const comparable = before.length >= 5 && after.length >= 5;
  const apart = Math.abs(middle(before).at - middle(after).at);
  return {
    figures: {
      weight: rounded(sum(within.map((kind) => weightOf[kind] ?? 1)), 4),
      changed: within.sort(),
      from: times.includes(from) ? given(finding, 'from') : 'no change',
      until: times.includes(until) ? given(finding, 'until') : 'no change',
      days: rounded((until - from) / 86_400, 1),
      whole_days: Math.max(1, Math.ceil(rounded((until - from) / 86_400, 1))),
      sessions_before: before.length,
      sessions_after: after.length,
      hours_shifted: comparable ? rounded(Math.min(apart, 24 - apart), 1) : 0,
    },
    times: [
      toTheSecond(times.includes(from) ? from : 0, finding.first_seen),
      toTheSecond(times.includes(until) ? until : 0, finding.last_seen),
    ],
    rows: { 'logins.ip': sessions.length },
  };
};

function hasPaperOf(world: World, account: string, members: readonly string[]): boolean {
  return world
    .where('documents', 'account_id', account)
    .some((row) =>
      (['number', 'sha256', 'photo_hash'] as const).some(
        (column) =>
          row[column] &&
          world
            .where('documents', column, row[column])
            .some(({ account_id: id }) => id !== account && members.includes(id!)),
      ),
    );
}

const newAccountBurst: Recount = (finding, world) => {
  const alike = world.inferred('CREATED_ALIKE');
  const first = alike.find(
    ({ from, to }) => finding.accounts.includes(from) && finding.accounts.includes(to),
  )!.to;
  const members = [first, ...alike.filter(({ to }) => to === first).map(({ from }) => from)];
  const times = timesOf(
    members.map((id) => world.account(id)),
    'created_at',
  ).sort();
  const all = timesOf(world.rows('accounts'), 'created_at').sort();
  const days = 1 + (seconds(all.at(-1)!) - seconds(all[0]!)) / 86_400;
  const hours = (seconds(times.at(-1)!) - seconds(times[0]!)) / 3_600;
  return {
    figures: {
      accounts: members.length,
      unrelated: world.parties(members),
      verified: members.filter(
        (id) => world.account(id)['verified_at'] || world.account(id)['video_verified_at'],
      ).length,
      hours: rounded(hours, 1),
      whole_hours: Math.max(1, Math.ceil(rounded(hours, 1))),
      usual_per_day: rounded(all.length / days, 3),
      // "Papers" would be papers in common: a number, a file or a photo.
      alike_in: given<string[]>(finding, 'alike_in').filter(
        (word) => word !== 'papers' || members.some((id) => hasPaperOf(world, id, members)),
      ),
    },
    times,
    rows: { accounts: members.length },
  };
};

function siteOf(url: string): string {
  return url
    .trim()
    .toLowerCase()
    .replace(/^.*?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');
}

const defunctWebsite: Recount = (finding, world) => {
  const site = given<string>(finding, 'website');
  const names = (row: CsvRow, column: string) => siteOf(row[column] ?? '') === site;
  const own = world.rows('accounts').filter((row) => names(row, 'website'));
  const once = world
    .rows('account_changes')
    .filter((row) => row['field'] === 'website' && names(row, 'old_value'));
  const profiles = world.rows('profiles').filter((row) => names(row, 'website'));
  const accounts = [...new Set([...own, ...once, ...profiles].map((row) => row['account_id']!))];
  const looked = world
    .rows('websites')
    .filter((row) => siteOf(row['url']!) === site && row['status'])
    .sort((a, b) => (a['checked_at']! < b['checked_at']! ? 1 : -1));
  const checked = world.rows('websites').filter((row) => row['status']);
  return {
    figures: {
      accounts: accounts.length,
      unrelated: world.parties(accounts),
      status: looked[0]?.['status'] ?? 'unknown',
      usual_checked: checked.length,
    },
    times: [
      ...timesOf(
        accounts.map((id) => world.account(id)),
        'created_at',
      ),
      ...timesOf(once, 'changed_at'),
      ...timesOf(profiles, 'observed_at'),
    ],
    rows: { accounts: accounts.length },
  };
};

const shippingMismatch: Recount = (finding, world) => {
  const same = world.inferred('SAME_DELIVERY');
  const ids = new Set(world.rows('shipments').map((row) => row['shipment_id']!));
  const named = finding.nodes.filter(({ type }) => type === 'shipment').map(({ id }) => id);
  const first = same.find(({ from, to }) => named.includes(from) && ids.has(to))?.to ?? named[0]!;
  const shipments = [first, ...same.filter(({ to }) => to === first).map(({ from }) => from)];
  const rows = [...new Set(shipments)].map((id) => world.one('shipments', 'shipment_id', id)!);
  const accounts = [...new Set(rows.map((row) => row['account_id']!))];
  const isHomeOf = (row: CsvRow, account: string) =>
    same.some(
      ({ from, to }) =>
        from === row['shipment_id'] &&
        (to === account || world.one('documents', 'document_id', to)?.['account_id'] === account),
    );
  const gives = (account: string) =>
    !!world.account(account)['address'] ||
    world.where('documents', 'account_id', account).some((row) => row['address_on_document']);
  const strangers = accounts.filter(
    (account) =>
      gives(account) &&
      rows.some((row) => row['account_id'] === account && !isHomeOf(row, account)),
  );
  const hasPaper = (account: string) =>
    world.where('documents', 'account_id', account).some((row) => row['address_on_document']);
  const isForOther = (row: CsvRow) => {
    const words = (world.account(row['account_id']!)['legal_name'] ?? '')
      .toLowerCase()
      .split(' ')
      .filter((word) => word.length > 1);
    const recipient = (row['recipient_name'] ?? '').toLowerCase();
    return recipient !== '' && words.length > 0 && !words.some((word) => recipient.includes(word));
  };
  const homes = world
    .rows('accounts')
    .map((row) => row['account_id']!)
    .filter((account) => rows.some((row) => isHomeOf(row, account)));
  const hosts = homes.filter((account) => !accounts.includes(account));
  return {
    figures: {
      shipments: rows.length,
      accounts: accounts.length,
      strangers: strangers.length,
      off_paper: strangers.filter(hasPaper).length,
      hosts: hosts.length,
      unrelated: world.parties([...strangers, ...hosts]),
      other_recipients: rows.filter(isForOther).length,
    },
    times: timesOf(rows, 'requested_at'),
  };
};

export const recounts: Readonly<Record<string, Recount>> = {
  'account-handover': accountHandover,
  'new-account-burst': newAccountBurst,
  'defunct-website': defunctWebsite,
  'shipping-mismatch': shippingMismatch,
};
