import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count } from '../../domain/messages/en/typography.ts';

const sign = z.object({
  sign: z.enum(['port', 'open port', 'tool', 'hosting']),
  sessions: z.int(),
  share: z.number(),
  /** How many of those beside it show it too. */
  showing: z.int(),
  /** The same as a share that leans on the average of all, the more so the fewer the peers: what the strength takes. */
  usual: z.number(),
});
type Sign = z.infer<typeof sign>;

/** What each is worth where nobody else shows it: a session seen through the port is the plainest. */
const worth: Readonly<Record<Sign['sign'], number>> = {
  port: 0.75,
  'open port': 0.45,
  tool: 0.3,
  hosting: 0.35,
};

/** Weaker ones are what any platform has: a tool on a machine, where one in ten has it. */
const leastWorthTelling = 0.15;

function weigh({ sign: name, sessions, share, usual }: Sign, usualForHalf: number): number {
  const habit = (1 - Math.exp(-sessions / 4)) * (0.4 + 0.6 * Math.min(1, share));
  return worth[name] * habit * (usualForHalf ** 2 / (usualForHalf ** 2 + Math.max(0, usual) ** 2));
}

const shown = (...those: readonly Sign['sign'][]) => {
  return ({ signs }: { signs: readonly Sign[] }) =>
    signs.some(({ sign: name }) => those.includes(name));
};

/** Whom an account is compared with: its trade on its platform, or all where these are too few. */
const peersInEnglish = ({ peers, beside }: { peers: number; beside: number }) =>
  peers > 0 ? count(beside, 'peer', 'peers') : count(beside, 'account', 'accounts');

export default defineDetector({
  version: 2,
  indicators: ['P4', 'M5', 'C1', 'E3'],
  shows: {
    P4: shown('port', 'open port'),
    C1: ({ signs, vpn_sessions }) =>
      vpn_sessions > 0 || signs.some(({ sign: name }) => name === 'hosting'),
    E3: shown('port', 'open port', 'tool'),
  },
  family: 'device',
  binds: false,
  priorWeight: {
    account: 1.25,
    why: 'named by the advisory, where such software is not the norm; support staff and travellers use it',
  },
  role: (facts) =>
    facts.signs.some(({ sign: name }) => name === 'tool') &&
    !facts.signs.some(({ sign: name }) => name === 'hosting')
      ? 'mule'
      : 'operator',
  needs: [],
  grain: {},
  parameters: {
    ports: {
      default: ['3389', '5900', '5901', '5938', '6568', '7070', '8040', '21116'],
      why: 'remote desktop, VNC (two), TeamViewer, AnyDesk (two), ScreenConnect, RustDesk; 22 is every developer’s',
    },
    usual_for_half: {
      default: 0.1,
      min: 0.001,
      max: 1,
      why: 'where one peer in ten shows the same sign, it is worth half',
      unit: 'share',
    },
    peers_enough: {
      default: 20,
      min: 1,
      why: 'fewer peers say nothing certain; the platform’s average then counts as much',
      unit: 'accounts',
    },
    most_sessions: {
      default: 90,
      cites: true,
      min: 10,
      why: 'more sessions tell an investigator nothing new; those through the port come first',
      unit: 'sessions',
    },
  },
  facts: z.object({
    account: z.string(),
    trade: z.string(),
    sessions: z.int(),
    signs: z.array(sign),
    ports: z.array(z.string()),
    tools: z.array(z.string()),
    vpn_sessions: z.int(),
    /** Others of the same platform and trade; 0 when they are too few. */
    peers: z.int(),
    /** Those that it is compared with: its peers, or all others where these are too few. */
    beside: z.int(),
  }),
  strength: (facts, settings) => {
    const weights = facts.signs.map((one) => ({
      sign: one.sign,
      weight: weigh(one, settings.usual_for_half),
    }));
    // A port open at the address and a session through it are one circumstance.
    const ports = weights.filter(({ sign: name }) => name === 'port' || name === 'open port');
    const others = weights.filter(({ sign: name }) => name !== 'port' && name !== 'open port');
    const doubt = [
      Math.max(0, ...ports.map(({ weight }) => weight)),
      ...others.map((x) => x.weight),
    ];
    const strength = 1 - doubt.reduce((rest, weight) => rest * (1 - weight), 1);
    return strength < leastWorthTelling ? 0 : strength;
  },
  explainedBy: () => ({ business: 0.8, studio: 0.2, place: 0.3 }),
  messages: {
    title: 'Worked by remote control',
    bond: 'remote control',
    looksFor:
      'Accounts whose sessions run through remote-desktop ports, on machines with remote-access tools or from hosting addresses, where others of the same trade have none. The hands are then somewhere else.',
    blindTo:
      'Remote control that leaves no port and no tool to see; a keyboard switch at the holder’s desk; platforms where everybody works that way.',
    shows: {
      P4: 'a port of remote desktop is seen',
      C1: 'sessions come from a hosting or VPN address',
      E3: 'a port or tool of remote desktop is seen',
    },
    benign: [
      'administers machines of others for a living',
      'works on a cloud desktop that an employer provides',
      'reaches the own machine at home while travelling',
      'a tool left behind by somebody who once helped',
    ],
    headline: (facts) =>
      `${facts.account} works by remote control${facts.signs.length > 1 ? ' (one session may show several signs)' : ''}: ` +
      facts.signs
        .map(
          (one) =>
            `${one.sign} in ${one.sessions} of ${count(facts.sessions, 'session', 'sessions')} (${one.showing} of ${peersInEnglish(facts)} ${one.showing === 1 ? 'shows' : 'show'} it)`,
        )
        .join(', '),
  },
});
