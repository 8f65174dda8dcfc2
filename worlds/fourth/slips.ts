import { type Marks } from './marks.ts';
import { type People } from './people.ts';
import { type Random } from './random.ts';
import { DAY } from './rules.ts';
import { type Account, type World } from './state.ts';
import { type Ties } from './ties.ts';

/** What a scheme or an honest group is built with. */
export interface Stage {
  people: People;
  world: World;
  random: Random;
  ties: Ties;
  marks: Marks;
}

interface Slip {
  name: string;
  /** Columns without which it leaves no trace. */
  needs: string[];
  make: (stage: Stage, members: Account[]) => void;
}

const borrowPayout = ({ ties, random }: Stage, members: Account[]): void => {
  const [guest, host] = members as [Account, Account];
  const at = ties.together(members);
  const back = at + random.real(15, 120) * DAY;
  const own = guest.payouts.findLast((one) => one.from <= at) ?? guest.payouts[0]!;
  guest.payouts = guest.payouts.filter((one) => one.from < at || one.from > back);
  guest.payouts.push({ purse: host.payouts.at(-1)!.purse, from: at });
  guest.payouts.push({ purse: own.purse, from: back });
  guest.payouts.sort((a, b) => a.from - b.from);
};

/** The small mistakes people make when they work beside each other: friends, families and teams alike. */
const SLIPS: Slip[] = [
  {
    name: 'device',
    needs: ['logins.device_id'],
    make: ({ ties, random }, [a, b]) => ties.visit(a!, b!, 'device', random.int(1, 4)),
  },
  {
    name: 'address',
    needs: [],
    make: ({ ties, random }, [a, b]) => ties.visit(a!, b!, 'address', random.int(1, 4)),
  },
  {
    name: 'both',
    needs: [],
    make: ({ ties, random }, [a, b]) => ties.visit(a!, b!, 'both', random.int(1, 2)),
  },
  { name: 'payout', needs: [], make: borrowPayout },
  {
    name: 'phone',
    needs: ['accounts.phone'],
    make: ({ marks }, members) => marks.phone(members),
  },
  {
    name: 'mailbox',
    needs: ['accounts.email'],
    make: ({ marks }, members) => marks.mailbox(members),
  },
  {
    name: 'shipping',
    needs: ['shipments'],
    make: ({ marks, people }, members) => {
      const city = people.city();
      marks.ship(members, people.address(city), city.country.code);
    },
  },
  {
    name: 'card',
    needs: [],
    make: ({ ties }, members) => ties.topUp(members, members[0]!.funding),
  },
  {
    name: 'issuer',
    needs: ['documents.issuer_email'],
    make: ({ marks }, members) => marks.issuer(members),
  },
  {
    name: 'scan',
    needs: ['documents.perceptual_hash'],
    make: ({ marks }, members) => marks.scan(members),
  },
  {
    name: 'referral',
    needs: ['accounts.referred_by'],
    make: ({ marks }, members) => marks.refer(members),
  },
  {
    name: 'text',
    needs: ['documents.text', 'bids.document_id'],
    make: ({ marks }, members) => marks.voice(members, { bids: true }, 0.3),
  },
  {
    name: 'website',
    needs: ['accounts.website'],
    make: ({ marks, random }, members) =>
      marks.website(members, `https://${random.hex(8)}.example`, 0.4),
  },
  {
    name: 'loan',
    needs: [],
    make: ({ people, ties, random }, [a, b]) => {
      const from = a!.payouts[0]!.purse;
      const to = b!.payouts[0]!.purse;
      for (let n = random.int(1, 4); n > 0; n--) {
        people.bank.send(from, to, random.logNormal(90, 0.8), ties.together([a!, b!]));
      }
    },
  },
];

/** So many slips, each by two of them (now and then three), over ties that leave a trace in this world. */
export function slip(stage: Stage, members: Account[], count: number, only?: string[]): void {
  const able = SLIPS.filter(
    (one) =>
      (only?.includes(one.name) ?? true) && one.needs.every((column) => stage.world.has(column)),
  );
  for (let n = 0; n < count && able.length > 0 && members.length > 1; n++) {
    const two = stage.random.sample(members, stage.random.chance(0.15) ? 3 : 2);
    stage.random.pick(able).make(stage, two);
  }
}

/** Everyone is caught up in at least one slip. */
export function slipAll(stage: Stage, members: Account[], rounds: number): void {
  for (let round = 0; round < rounds; round++) {
    const order = stage.random.shuffle(members);
    order.forEach((member, at) => slip(stage, [member, order[(at + 1) % order.length]!], 1));
  }
}
