import { messages } from '../../domain/messages/index.ts';
import { emitHolder } from './emit/holders.ts';
import { emitOnward, emitPayment, emitRelays, emitUses } from './emit/money.ts';
import { emitSessions } from './emit/sessions.ts';
import { emitJob, emitLetters, emitPapers } from './emit/work.ts';
import { makeFirm, makePlace } from './people/person.ts';
import { planGroups } from './plan.ts';
import { Random } from './chance/random.ts';
import { oldest } from './chance/time.ts';
import { Network } from './world/network.ts';
import { makeOrdinary } from './world/ordinary.ts';
import { holdMarket } from './world/market.ts';
import { Purses } from './world/purses.ts';
import { emitSurroundings } from './surroundings.ts';
import { Sink } from './world/sink.ts';
import { registerFirm, type World } from './world/world.ts';

/** What is told how far the writing is. */
interface WritingProgress {
  /** Begins the next part; the one before it has ended. */
  step: (text: string) => void;
  /** How far the part is; `total` null when nobody knows. */
  advance: (done: number, total: number | null, unit: string) => void;
  end: () => void;
}

export interface Generated {
  folder: string;
  accounts: number;
  seed: number;
  rows: Record<string, number>;
}

/** Writes a labelled world: the same accounts and seed give the same bytes. */
export function generate(
  options: { accounts: number; seed: number; folder: string },
  progress: WritingProgress,
): Generated {
  const { accounts, seed, folder } = options;
  const text = messages.generate;
  const world = emptyWorld(accounts, seed, folder);

  progress.step(text.people);
  for (let index = 0; index < accounts; index++) {
    world.accounts.push(makeOrdinary(world, index));
    if (index % 500 === 0) progress.advance(index, accounts, text.unit);
  }
  planGroups(world);
  broughtInByFriends(world);

  progress.step(text.market);
  const jobs = holdMarket(world);
  jobs.forEach((job, at) => {
    emitJob(world, job);
    emitPayment(world, job);
    if (at % 500 === 0) progress.advance(at, jobs.length, text.jobs);
  });

  progress.step(text.lives);
  world.accounts.forEach((account, at) => {
    emitHolder(world, account);
    emitSessions(world, account);
    emitPapers(world, account, referees(world));
    emitLetters(world, account, (random) => random.pick(world.accounts));
    emitUses(world, account);
    emitOnward(world, account);
    if (at % 500 === 0) progress.advance(at, accounts, text.unit);
  });
  emitRelays(world);
  emitSurroundings(world);

  progress.step(text.writing);
  let files = 0;
  world.sink.finish(() => progress.advance(++files, null, text.files));
  progress.end();
  return { folder, accounts, seed, rows: world.sink.counts() };
}

function emptyWorld(accounts: number, seed: number, folder: string): World {
  const random = new Random(seed).fork('world', accounts);
  const sink = new Sink(folder);
  const purses = new Purses(sink);
  const world: World = {
    random,
    sink,
    network: new Network(sink, random.fork('network'), accounts),
    purses,
    accounts: [],
    escrows: [],
    hubs: [],
    employers: [],
    firms: new Set(),
    sites: new Set(),
    rings: 0,
  };
  const make = random.fork('firms');
  const held = (kind?: 'bank') => {
    const firm = makeFirm(make);
    registerFirm(world, firm);
    return purses.open(make, {
      holder: firm.name,
      place: firm.home,
      opened: oldest,
      company: firm.id,
      ...(kind ? { kind } : {}),
    });
  };
  world.escrows = [held('bank'), held('bank'), held('bank')];
  // About one hub to eighty accounts that use one.
  world.hubs = Array.from({ length: Math.max(8, Math.round(accounts / 120)) }, () => held());
  world.employers = Array.from({ length: Math.max(20, Math.round(accounts / 9)) }, () =>
    makeFirm(make, makePlace(make)),
  );
  for (const firm of world.employers) if (make.chance(0.6)) registerFirm(world, firm);
  return world;
}

const referees = (world: World) => world.employers;

/** Many came because somebody told them to. */
function broughtInByFriends(world: World): void {
  const random = world.random.fork('friends');
  const byAge = [...world.accounts].sort((a, b) => a.created - b.created);
  byAge.forEach((account, at) => {
    if (at < 10 || account.referredBy || !random.chance(0.11)) return;
    account.referredBy = byAge[random.int(0, at - 1)]!;
  });
}
