import { useMemo } from 'react';
import type { Judgement } from '../../../../domain/judgement.ts';
import type { Board } from '../board.ts';
import { identitiesOf, type Identities } from './identities.ts';
import { drawnAs, judgedBoard } from './judged-board.ts';
import { useJudgementsAmong } from './use-judging.ts';

export interface JudgedBoard {
  board: Board;
  /** The board without what is judged: what is kept of it. */
  bare: Board;
  identities: Identities;
  /** The reference under which a node is drawn: its own, or that of whom it is one with. */
  drawn: (ref: string) => string;
  /** What a node on the board stands for: itself, or all that it is one with. */
  standsFor: (ref: string) => readonly string[];
}

const nobody: readonly Judgement[] = [];
/** The most nodes that the server takes at once. */
const mostAsked = 50_000;

/** The board with what analysts have judged of it, now and whenever somebody judges on this page. */
export function useJudgedBoard(board: Board): JudgedBoard {
  const refs = useMemo(() => [...board.nodes.keys()].slice(0, mostAsked).sort(), [board.nodes]);
  const { data } = useJudgementsAmong(refs);
  return useMemo(() => {
    const identities = identitiesOf(data ?? nobody);
    return {
      // Until they are known, relations have what they came with.
      board: data ? judgedBoard(board, data, identities) : board,
      bare: board,
      identities,
      drawn: (ref: string) => drawnAs(board, identities.get(ref)) ?? ref,
      standsFor: (ref: string) => {
        const identity = identities.get(ref);
        if (!identity || drawnAs(board, identity) === null) return [ref];
        return identity.members.filter((member) => board.nodes.has(member));
      },
    };
  }, [board, data]);
}
