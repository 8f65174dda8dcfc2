/** What the product's thread and those that ask people's queries say to one another. */
import type { Language } from '../../../domain/messages/language.ts';
import type { NodeRef } from '../../../domain/schema/graph.ts';

/** One step of a plan, as EXPLAIN tells it. */
export interface PlanStep {
  operator: string;
  details: string;
  children: PlanStep[];
}

/** How the server would answer a query. */
export interface PersonalPlan {
  /** `r` for a query that only reads. */
  type: string;
  root: PlanStep;
  notes: Note[];
}

/** Something that the server says of a place in the text; without line and column of the whole. */
export interface Place {
  says: string;
  /** From 1. */
  line: number | null;
  column: number | null;
}

/** What the server remarks of a query, under a code of its own. */
export interface Note extends Place {
  code: string;
}

/** Borne by a transaction, so that the server's list of transactions names it. */
export type Marks = Readonly<{ skein: string; skein_mark: string }>;

interface Asked {
  text: string;
  /** Integers as bigint; numbers are sent as floats. */
  parameters: Readonly<Record<string, unknown>>;
  timeoutMs: number;
  marks: Marks;
}

export type Question =
  ({ ask: 'explain' } & Asked) | ({ ask: 'run'; rows: number; language: Language } & Asked);

/** The nodes and relations of the data in a result: as many as a canvas draws. */
export interface Found {
  nodes: { elementId: string; ref: NodeRef }[];
  /** By the database's ids. */
  relations: string[];
}

/** A result as JSON (`queryResultSchema`), and what of it a canvas can show. */
export interface Answered {
  json: string;
  found: Found;
}

/** Why there is no answer. */
export type Failed =
  /** The server does not take the query as it stands, or met a value that cannot be worked out. */
  | { why: 'fault'; place: Place }
  /** Not even one row fits into what may arrive. */
  | { why: 'wide' }
  /** The driver's or server's code and message. */
  | { why: 'server'; code: string; message: string };

export type Answer = { plan: PersonalPlan } | { answered: Answered } | { failed: Failed };

/** `free`: the thread has begun, or its connection is at rest again, and the next question may be asked. */
export type Said = Answer | 'free';
