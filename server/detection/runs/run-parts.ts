/** What a run keeps beside its findings, clusters and scores. */
import type { Evidence } from '../../../domain/finding.ts';
import type { NodeRef } from '../../../domain/schema/graph.ts';
import type { SharedBy } from '../../../domain/run-diff.ts';
import type { Editions } from '../derive/editions.ts';

/** What a run's findings rest on, kept with the run, so that a later one can tell which of them still hold. */
export interface Basis {
  /** Loads whose rows all of its detectors have seen. */
  loads: string[];
  /** By detector. */
  detectors: Record<string, DetectorBasis>;
}

export interface DetectorBasis {
  /** Of all that decides what it makes of the graph. */
  digest: string;
  /** Of the inferred relations that it, or its baseline, reads. */
  editions: Editions;
  /** What was usual. */
  usual: Record<string, unknown>;
}

/** That an account uses it, with the first row that says so. */
export interface ThingUse {
  account: string;
  /** Null where no row says it. */
  since: string | null;
  evidence: Evidence;
}

export interface ClusterThing {
  thing: NodeRef;
  /** Clusters of the run whose members share it; none where it held one of an earlier run alone. */
  holds: string[];
  /** Accounts that use it. */
  users: number;
  /** The first of them by their ids: all, but of what a crowd uses. */
  uses: ThingUse[];
  /** Mostly members used it, now or in a run before: a newcomer there is no passer-by. */
  own: boolean;
  /** Why strangers may share it; null where nothing says so. */
  shared: SharedBy | null;
}

/** That an account is paid into a payment account. */
export interface Payout {
  account: string;
  payment_account: string;
  /** Since when it is known to be; null where no row says it. */
  since: string | null;
  /** When it was last seen in use; null where nothing says it. */
  last: string | null;
}
