/** What commands are told to export. */
import { mostHops } from '../../../../domain/hops.ts';
import { parseRef, type NodeRef } from '../../../../domain/schema/graph.ts';
import { messages } from '../../../../domain/messages/index.ts';
import type { ExhibitRequest } from '../../../evidence/exhibit/collect.ts';
import type { Scope } from '../../../../domain/evidence-scope.ts';
import { scopeOf } from '../../../evidence/exhibit/scope.ts';
import { dayProblem } from '../../../evidence/narrative/deadline.ts';
import { UsageError } from '../../../platform/problems.ts';
import { readLanguage } from './asked-language.ts';

export interface ScopeOptions {
  cluster?: string;
  finding?: string;
  account?: string;
  hops?: string;
  board?: string;
  nodes?: string[];
  language: string;
  decided?: string;
}

/** Throws UsageError. */
export function readAsked(
  options: ScopeOptions,
): Required<Omit<ExhibitRequest, 'board' | 'narrative'>> {
  return {
    scope: readScope(options),
    language: readLanguage(options.language),
    decided: readDay(options.decided),
  };
}

function readScope({ cluster, finding, account, hops, board, nodes }: ScopeOptions): Scope {
  const scope = scopeOf({
    cluster,
    finding,
    account,
    hops: readHops(hops),
    board: board === undefined ? undefined : readBoard(board),
    nodes: nodes?.map(readNode),
  });
  if (!scope) throw new UsageError(messages.evidence.oneScope);
  if (hops !== undefined && scope.kind !== 'account')
    throw new UsageError(messages.evidence.hopsOfAccount);
  return scope;
}

function readHops(hops = '1'): number {
  if (!/^\d+$/.test(hops) || Number(hops) > mostHops)
    throw new UsageError(messages.evidence.badHops(mostHops));
  return Number(hops);
}

function readBoard(board: string): { case: string; id: string } {
  const [ofCase, id, ...more] = board.split('/');
  if (!ofCase || !id || more.length > 0) throw new UsageError(messages.evidence.badBoard(board));
  return { case: ofCase, id };
}

function readNode(node: string): NodeRef {
  const ref = parseRef(node);
  if (!ref) throw new UsageError(messages.evidence.badNode(node));
  return ref;
}

function readDay(day: string | undefined): string | null {
  if (day === undefined) return null;
  const problem = dayProblem(day);
  if (problem !== null) throw new UsageError(problem);
  return day;
}
