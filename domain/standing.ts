/**
 * Whom something shown is about, and whom it shows only because it touches them too. Every writer, picture and list
 * derives what it says of an account from this.
 */
import { z } from 'zod';
import { formatRef, type NodeRef } from './schema/graph.ts';

/**
 * `member`: an account that what is shown is about. `context`: an account that it is not about, a thing that of the
 * accounts shown only such ones touch, a payment account that does nothing but pay, and a relation of any of these. Of
 * anything else nothing is said by it.
 */
export const standings = ['member', 'context'] as const;
export const standingSchema = z.enum(standings);
export type Standing = z.infer<typeof standingSchema>;

export interface Standable {
  standing?: Standing | undefined;
}

type Node = NodeRef & Standable;
type Relation = { from: NodeRef; to: NodeRef } & Standable;

/** The same nodes and relations, each with its standing; `members` are ids of accounts. */
export function withStandings<N extends Node, R extends Relation>(
  nodes: readonly N[],
  relations: readonly R[],
  members: ReadonlySet<string>,
): { nodes: N[]; relations: R[] } {
  const { node, relation } = standingsOf(relations, members);
  return { nodes: nodes.map(node), relations: relations.map(relation) };
}

/** What gives nodes and relations of a graph with these relations their standings, one by one. */
export function standingsOf(
  relations: Iterable<Relation>,
  members: ReadonlySet<string>,
): { node: <N extends Node>(node: N) => N; relation: <R extends Relation>(relation: R) => R } {
  const ofAccount = (id: string): Standing => (members.has(id) ? 'member' : 'context');
  const things = standingOfThings(relations, ofAccount);
  const standingOf = (ref: NodeRef) =>
    ref.type === 'account' ? ofAccount(ref.id) : things.get(formatRef(ref));
  return {
    node: (node) => standing(node, standingOf(node)),
    relation: (relation) => {
      const context = [relation.from, relation.to].some((end) => standingOf(end) === 'context');
      return standing(relation, context ? 'context' : undefined);
    },
  };
}

/** Of things that only accounts shown for context touch, and of payment accounts that only pay. */
function standingOfThings(
  relations: Iterable<Relation>,
  ofAccount: (id: string) => Standing,
): Map<string, Standing | undefined> {
  const things = new Map<string, Standing | undefined>();
  for (const { from, to } of relations)
    for (const [account, thing] of [
      [from, to],
      [to, from],
    ] as const) {
      if (account.type !== 'account' || thing.type === 'account') continue;
      const ref = formatRef(thing);
      if (ofAccount(account.id) === 'member') things.set(ref, undefined);
      else if (!things.has(ref)) things.set(ref, 'context');
    }
  for (const ref of payersAlone(relations)) if (!things.has(ref)) things.set(ref, 'context');
  standWithWhatTheyHold(relations, things);
  return things;
}

/** Clients who pay what a member is paid through are no part of anything: nothing shown comes to them, or ties them. */
function payersAlone(relations: Iterable<Relation>): Set<string> {
  const payers = new Set<string>();
  const others = new Set<string>();
  for (const { from, to } of relations) {
    const transfer = from.type === paymentAccount && to.type === paymentAccount;
    (transfer ? payers : others).add(formatRef(from));
    others.add(formatRef(to));
  }
  return new Set(
    [...payers].filter((ref) => ref.startsWith(`${paymentAccount}:`) && !others.has(ref)),
  );
}

const paymentAccount = 'payment_account';
const bodies: readonly string[] = ['company', 'person'];

/** A company that holds what members are paid through is no context, though only others are said to work for it. */
function standWithWhatTheyHold(
  relations: Iterable<Relation>,
  things: Map<string, Standing | undefined>,
): void {
  const isOfMembers = (ref: string) => things.has(ref) && things.get(ref) === undefined;
  const held = heldThings(relations);
  for (let changed = true; changed;) {
    changed = false;
    for (const { body, thing } of held) {
      if (things.get(body) !== 'context' || !isOfMembers(thing)) continue;
      things.set(body, undefined);
      changed = true;
    }
  }
}

/** References of bodies and of the things that each is joined to. */
function heldThings(relations: Iterable<Relation>): { body: string; thing: string }[] {
  const held: { body: string; thing: string }[] = [];
  for (const { from, to } of relations)
    for (const [body, thing] of [
      [from, to],
      [to, from],
    ] as const)
      if (bodies.includes(body.type) && thing.type !== 'account')
        held.push({ body: formatRef(body), thing: formatRef(thing) });
  return held;
}

function standing<T extends Standable>(item: T, of: Standing | undefined): T {
  const own = { ...item };
  delete own.standing;
  return of === undefined ? own : { ...own, standing: of };
}

export function isContext({ standing: of }: Standable): boolean {
  return of === 'context';
}

/** The accounts among the nodes: those that it is about, and those that it shows only because they are touched. */
export function accountsByStanding<N extends Node>(
  nodes: Iterable<N>,
): { members: N[]; context: N[] } {
  const members: N[] = [];
  const context: N[] = [];
  for (const node of nodes)
    if (node.type === 'account') (isContext(node) ? context : members).push(node);
  return { members, context };
}
