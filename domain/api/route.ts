import { z } from 'zod';
import type { May } from '../people.ts';
import type { Quota } from './quota.ts';

/** A route's parameter for how many items a list may have. */
export const limit = (most: number, usual: number) =>
  z.coerce.number().int().min(1).max(most).default(usual);

/** What every list takes. */
export const page = { cursor: z.string().optional(), limit: limit(500, 100) };

/** The answer of every list: its items, and the cursor of the next page or null. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** The answer of a list that can be narrowed: with how many items there are on all of its pages. */
export function countedListOf<T extends z.ZodType>(item: T) {
  return listOf(item).extend({ total: z.int().meta({ description: 'on all pages together' }) });
}

export const none = z.object({});

/**
 * What of the evidence an answer lays open, which the custody log says: `nodes` are those asked about, `accounts` those
 * of a view, `list` items of a kind that name people or tell of them, `item` one of the queue, `file` rows of a file that is not loaded yet,
 * `report` the report of a job, `rejects` the rows that a load refused, `audit` who did what.
 */
export type Shows =
  | 'finding'
  | 'cluster'
  | 'nodes'
  | 'accounts'
  | 'row'
  | 'board'
  | 'narrative'
  | 'query'
  | 'screening'
  | 'rejects'
  | 'list'
  | 'item'
  | 'file'
  | 'report'
  | 'audit';

/**
 * What is answered to somebody who may look and not `see` personal data. `masked`: the answer with pseudonyms
 * (`server/edge/http/masking`). `refused`: it shows personal data, or what cannot be masked surely. `plain`: it holds none,
 * and why.
 */
export type Unseen = 'masked' | 'refused' | { plain: string };

/** Of a body that names what is on a canvas: 50,000 references, of as many characters as long ids have. */
export const selectionBytes = 8_000_000;
/** Of a body that is a canvas of the largest size, with the columns of its relations. */
export const canvasBytes = 64_000_000;

export interface Route {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below /api/v1; `{name}` are path parameters. */
  path: string;
  about: string;
  /** Null where it shows none; why not, of those that only read, stands in `server/edge/http/unrecorded-views.ts`. */
  shows: Shows | null;
  /** What whoever asks must be allowed to do; held before a byte of what was sent is read (`server/edge/http/api.ts`). */
  may: May;
  /**
   * It lets somebody in, or further in, and what it gives outlives whatever it was asked by: so it takes whoever has signed in as a person,
   * and not a token of theirs. Held where `may` is.
   */
  letsIn?: true;
  /** Held where `may` is. */
  unseen: Unseen;
  params: z.ZodObject;
  query: z.ZodObject;
  /** By name in lower case; none where left out. */
  headers?: z.ZodObject;
  /** JSON; none where left out. */
  body?: z.ZodObject;
  /** The key of the body whose items may come a line each, as `application/x-ndjson`; a line that is no JSON is a text. */
  lines?: string;
  /** The longest body in bytes, unpacked, where it is not the usual one (`server/edge/http/body.ts`). */
  mostBytes?: number;
  /**
   * Of what that one person may ask so much an hour it takes one, or why of none: said of each route that takes a file or Cypher, or
   * answers with a file.
   */
  quota?: Quota | { none: string };
  /** Changes nothing, whatever its method: what it asks by is too long for an address. */
  reads?: true;
  /**
   * Where left out, it waits its turn among clicks. `dear` takes seconds and much memory: few are answered at once, and clicks
   * do not wait behind them. `asked` is a person's own query, of which they have few at once. `own` has bounds of its own, or waits for what is not the database.
   */
  turn?: 'dear' | 'asked' | 'own';
  /** The body is a file, byte for byte: `application/octet-stream`, handed over as it arrives. */
  upload?: true;
  /** Null for a file that is not JSON; `mediaType` then says what it is, or which it may be. */
  answer: z.ZodType | null;
  mediaType?: string | readonly string[];
}
