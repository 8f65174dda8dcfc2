import type { GraphNode } from '../../../domain/answers.ts';
import type { Body } from '../../../domain/api/api.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { mostAccounts } from '../../../domain/views.ts';
import { messages } from '../../../domain/messages/later.ts';
import { useBoard } from '../workspace/board.tsx';
import { useMarks } from '../workspace/marks.tsx';
import { visibleNodes, type Board } from '../board/board.ts';
import { foldedIn } from '../board/folds.ts';
import type { Marks } from '../board/marks.ts';

/** The accounts that a view of the board is about. */
interface AccountsInView {
  accounts: GraphNode[];
  /** How many accounts the board shows. */
  all: number;
  /** There are too many, so that it is about the marked ones. */
  marked: boolean;
}

/** All accounts shown; where those are too many, the marked ones, or else the first. */
function accountsInView(board: Board, marks: Marks): AccountsInView {
  const shown = visibleNodes(board).filter(({ type }) => type === 'account');
  const all = shown.length;
  if (all <= mostAccounts) return { accounts: shown, all, marked: false };
  const marked = shown.filter((node) => marks.has(formatRef(node)));
  const accounts = (marked.length > 0 ? marked : shown).slice(0, mostAccounts);
  return { accounts, all, marked: marked.length > 0 };
}

/** Which accounts a view is about, where it is not all of them; false where it is. */
function scopeSays({ accounts, all, marked }: AccountsInView): string | false {
  if (marked) return messages.views.ofMarked(accounts.length);
  return accounts.length < all && messages.views.tooMany(accounts.length, all);
}

/** What a view asks the server: about these accounts, within the time and the knowledge that the board shows. */
export function scopeOfBoard(board: Board, accounts: readonly GraphNode[]): Body<'payouts'> {
  const { span, knownOn } = board;
  return {
    accounts: accounts.map(({ id }) => id),
    ...(span && { from: iso(span.from), to: iso(span.to) }),
    ...(knownOn !== null && { known_on: knownOn }),
  };
}

/** The board's accounts for a view: what to ask, whether there is any, and which they are where not all. */
export function useScope() {
  const board = useBoard();
  const marks = useMarks();
  const seen = accountsInView(board, marks);
  return {
    asked: scopeOfBoard(board, seen.accounts),
    hasAccounts: seen.accounts.length > 0,
    scope: scopeSays(seen),
  };
}

function iso(time: number): string {
  return new Date(time).toISOString();
}

/** What a person took off the board stays off its views too; what a story folds was put away by nobody. */
export function isPutAway(board: Board, ref: string): boolean {
  const node = board.nodes.get(ref);
  const isHidden = board.hidden.has(ref) && !foldedIn(board).has(ref);
  return isHidden || (node !== undefined && board.off.has(node.type));
}
