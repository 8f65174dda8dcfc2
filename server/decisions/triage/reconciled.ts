import {
  isDecision,
  reopening,
  type HistoryEntry,
  type Material,
} from '../../../domain/disposition.ts';
import type { Cluster, BareFinding } from '../../../domain/finding.ts';
import type { CarriedOver } from './carry-over.ts';
import { stampedId, turnOf, type Disposition, type Entry } from './disposition.ts';
import type { Writing } from './disposition-store.ts';
import { materiallyNew } from './material.ts';
import { clusterSnapshot, findingSnapshot, type Snapshot } from './snapshot.ts';

/** Who acts when a run does. */
const program = 'Skein';

/** What a run found, as far as it concerns what was decided. */
export interface Latest {
  run: string;
  /** ISO 8601, UTC. */
  now: string;
  /** By id. */
  findings: ReadonlyMap<string, BareFinding>;
  clusters: ReadonlyMap<string, Cluster>;
  carried: CarriedOver;
  familyOf: (detector: string) => string;
}

/**
 * Holds what was decided against a run: decisions go with the clusters that continue theirs, and what is materially new
 * sends one back to `new` (`reopening`), or is put beside one with which somebody else is waited for.
 */
export function reconciled(dispositions: readonly Disposition[], latest: Latest): Writing {
  const confirmed = confirmedBy(dispositions);
  const entries: Entry[] = [];
  const note = (of: Disposition, kind: HistoryEntry['kind'], said: Partial<Entry>) => {
    const id = stampedId('E', latest.now, entries.length);
    const silent = { before: null, after: null, why: null, news: [] };
    entries.push({ ...silent, ...said, id, kind, at: latest.now, by: program, disposition: of.id });
  };
  const created: Disposition[] = [];
  const changed = dispositions.map((was) => {
    if (was.kind !== 'cluster') return { was, is: held(was, was.of) };
    const [own = null, ...parts] = latest.carried.takenBy.get(was.id) ?? [];
    for (const part of parts) {
      const id = stampedId('D', latest.now, created.length);
      const lineage = [...was.lineage, was.id];
      const copy = { ...was, id, lineage, subject: null, revision: 1, joined: null };
      note(copy, 'split', { before: { of: was.of }, after: { of: part } });
      created.push(held(copy, part));
    }
    if (own === null) return { was, is: left(was) };
    if (own !== was.of) note(was, 'moved', { before: { of: was.of }, after: { of: own } });
    return { was, is: held({ ...was, joined: null }, own) };
  });
  return { changed, created, entries };

  /** As the run has it under that id. */
  function held(was: Disposition, id: string): Disposition {
    const present = presentOf(was, id);
    const here = { ...was, run: latest.run, ...present?.looks };
    const news = [...expired(was), ...newsOf(was, present?.snapshot)];
    if (news.length === 0 || JSON.stringify(news) === JSON.stringify(was.news)) return here;
    const stamp = { changed: latest.now, changed_by: program, revision: was.revision + 1 };
    if (!reopening.includes(was.state)) {
      note(was, 'news', { news });
      return { ...here, ...stamp, news };
    }
    const { decision } = was;
    const is: Disposition = {
      ...{ ...here, ...stamp, news, state: 'new', decision: null, earlier: decision },
      with: null,
      opened: latest.now,
    };
    // What was decided with a cluster was no decision of its own, and its return is none.
    const turn = was.with === null ? turnOf(was, is) : undefined;
    note(was, 'reopened', { before: { state: was.state }, after: { state: 'new' }, news, turn });
    return is;
  }

  function newsOf(was: Disposition, present: Snapshot | undefined): Material[] {
    if (!isDecision(was.state) || !was.snapshot || !present) return [];
    return materiallyNew(was.snapshot, present);
  }

  function expired({ state, decision }: Disposition): Material[] {
    const until = state === 'accepted' ? decision?.until : null;
    return until && until <= latest.now.slice(0, 10) ? [{ kind: 'until', until }] : [];
  }

  /** Nothing of an answer of a pattern: no run finds it. */
  function presentOf(was: Disposition, id: string) {
    if (was.kind === 'answer') return undefined;
    const finding = latest.findings.get(id);
    if (was.kind === 'finding')
      return (
        finding && {
          looks: {
            ...{ title: finding.title, score: finding.score, members: finding.accounts },
            found_by: { detector: finding.detector, version: finding.version },
          },
          snapshot: findingSnapshot(latest.run, finding),
        }
      );
    const cluster = latest.clusters.get(id)!;
    const findings = cluster.findings.flatMap((of) => latest.findings.get(of) ?? []);
    const { name: title, score, accounts: members } = cluster;
    return {
      looks: { subject: id, of: id, title, score, members },
      snapshot: clusterSnapshot(
        latest.run,
        cluster,
        findings,
        latest.familyOf,
        confirmedElsewhere(confirmed, members, was),
      ),
    };
  }

  /** No cluster of the run continues it, or one that continues another has taken it in. */
  function left(was: Disposition): Disposition {
    const into = latest.carried.joined.get(was.id) ?? null;
    if (into !== null && into !== was.joined) {
      const by = dispositions.find(({ id }) => id === into)!;
      const { state, decision } = was;
      const after = { of: was.of, state, reason: decision?.reason ?? null };
      note(by, 'joined', { after, why: decision?.why ?? null });
    }
    return { ...was, run: latest.run, subject: null, joined: into };
  }
}

/** By account, the dispositions that confirm a finding or a cluster with it. */
export function confirmedBy(dispositions: readonly Disposition[]): Map<string, Set<string>> {
  const confirmed = new Map<string, Set<string>>();
  for (const { id, state, snapshot, with: cluster } of dispositions)
    if (state === 'confirmed' && cluster === null)
      for (const account of snapshot?.accounts ?? [])
        confirmed.set(account, (confirmed.get(account) ?? new Set()).add(id));
  return confirmed;
}

/** The members that another decision than this one confirms; to one that confirms them itself that is nothing new. */
export function confirmedElsewhere(
  confirmed: ReadonlyMap<string, ReadonlySet<string>>,
  members: readonly string[],
  { id, state }: Pick<Disposition, 'id' | 'state'>,
): string[] {
  if (state === 'confirmed') return [];
  return members.filter((account) => [...(confirmed.get(account) ?? [])].some((by) => by !== id));
}
