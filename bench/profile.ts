import { Session } from 'node:inspector/promises';
import { fileURLToPath } from 'node:url';
import { relative } from 'node:path';
import { checkout } from '../server/platform/settings/settings.ts';
import type { Share } from './works.ts';

/** Microseconds between two looks at what runs. */
const interval = 1_000;

/** As many are told, the largest first. */
const most = 8;

/**
 * Where the thread that does the work is seen, by package or by room of the house, as shares of the time in which it does
 * anything. What the work begins in threads of their own is not in it.
 */
export async function profiled<T>(work: () => Promise<T>): Promise<{ result: T; places: Share[] }> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval });
    await session.post('Profiler.start');
    const result = await work();
    const { profile } = await session.post('Profiler.stop');
    const whereOf = new Map(profile.nodes.map(({ id, callFrame }) => [id, whereIn(callFrame)]));
    const times = new Map<string, number>();
    profile.samples?.forEach((id, at) => {
      const where = whereOf.get(id) ?? null;
      if (where === null) return;
      times.set(where, (times.get(where) ?? 0) + profile.timeDeltas![at]!);
    });
    const all = [...times.values()].reduce((sum, time) => sum + time, 0);
    const places = [...times]
      .map(([what, time]) => ({ what, share: time / all }))
      .sort((one, other) => other.share - one.share)
      .slice(0, most);
    return { result, places };
  } finally {
    session.disconnect();
  }
}

/** Null for what is no work. */
function whereIn({ functionName, url }: { functionName: string; url: string }): string | null {
  if (functionName === '(idle)') return null;
  if (functionName === '(garbage collector)') return 'collecting garbage';
  const [, installed] = /\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  if (installed !== undefined) return `\`${installed}\``;
  if (!url.startsWith('file:')) return 'Node.js';
  const rooms = relative(checkout, fileURLToPath(url)).split('/').slice(0, -1);
  return `\`${rooms.slice(0, 3).join('/')}\``;
}
