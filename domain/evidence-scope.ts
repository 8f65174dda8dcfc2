import type { NodeRef } from './schema/graph.ts';

/** What is to be exported. */
export type Scope =
  | { kind: 'cluster'; id: string }
  | { kind: 'finding'; id: string }
  | { kind: 'account'; id: string; hops: number }
  /** A board of a case, as it was last saved. */
  | { kind: 'board'; case: string; id: string }
  /** What somebody picked, sorted by reference, and the relations between it. */
  | { kind: 'selection'; nodes: readonly NodeRef[] };

/** Who exports, when and why: never in the payload, always beside it. */
export interface Occasion {
  by: string;
  /** ISO 8601, UTC. */
  at: string;
  reason: string | null;
  case_number: string | null;
  authority: string | null;
  /** The detection run whose findings these are. */
  run: string | null;
  program: string;
}
