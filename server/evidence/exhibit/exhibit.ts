import type { ListedAddition } from '../../../domain/addition.ts';
import type { DetectorInfo, GraphRelation, SourceRow } from '../../../domain/answers.ts';
import type { Scope } from '../../../domain/evidence-scope.ts';
import type { Exception } from '../../../domain/exception.ts';
import type { ExplanationCheck } from '../../../domain/explanation-check.ts';
import type { Cluster, Finding, Source } from '../../../domain/finding.ts';
import type { NodeRef } from '../../../domain/schema/graph.ts';
import type { Judgement } from '../../../domain/judgement.ts';
import type { MaskKind } from '../../../domain/schema/masks.ts';
import type { Language } from '../../../domain/messages/language.ts';
import type { Money } from '../../graph/money/money-totals.ts';
import type { WholeNode } from '../../graph/canvas/whole-nodes.ts';
import type { Sequence } from '../../platform/sequence.ts';

/** What a board shows: its title, its nodes in order, and where they lie. */
export interface ShownBoard {
  title: string;
  nodes: readonly NodeRef[];
  places: Places;
  /** Ids of the accounts that its author has there as members; null where nobody said of any. */
  members: readonly string[] | null;
  /** What analysts added to it by hand, of what is shown, by id; left out for none. */
  additions?: readonly ListedAddition[];
}

/** x and y by the reference of a node, y upwards. */
export type Places = Readonly<Record<string, readonly [number, number]>>;

/** A cited row; `masked` when pseudonyms stand in it, so that it is not word for word any more. */
export interface ExhibitRow extends SourceRow {
  masked?: true;
}

/** A check of an honest explanation, and the id of the finding or the cluster that it is of. */
export type ExhibitCheck = ExplanationCheck & { of: string };

/** A detector as it was run: what it says of itself, its query and the settings in force. */
export interface ExhibitDetector extends DetectorInfo {
  settings: Record<string, unknown>;
}

/**
 * All that a bundle's payload is made from. It holds nothing of who asks or when, so that the same data
 * and the same scope give the same bytes. Its nodes, relations and rows may lie on the disk: they are gone through one by
 * one, and whoever holds on to all of them holds all of the graph in memory.
 */
export interface Exhibit {
  scope: Scope;
  /** Of the report and of every sentence in it. */
  language: Language;
  /** How many different values of each kind were replaced by pseudonyms; a kind that was not masked is not there. */
  masked: Readonly<Partial<Record<MaskKind, number>>>;
  as_of: string | null;
  /**
   * Whether the draft of a narrative for the authorities goes with it. Nothing else in a bundle may say that a filing
   * was thought of: to tell those whom it is about can be an offence.
   */
  narrative?: boolean;
  /** The day on which filing was decided, such as `2026-11-30`; null where it was not said, or no narrative goes with it. */
  decided: string | null;
  /** What a person called it: a board's case and title. */
  title: string | null;
  /** The nodes that the board shows; null where the scope is no board. */
  board_nodes: readonly NodeRef[] | null;
  /** The accounts that the board's author has there as members; null where nobody said of any. */
  board_members: readonly string[] | null;
  /** What analysts added to the board by hand, by id: no row states it. Left out for none. */
  additions?: readonly ListedAddition[];
  cluster: Cluster | null;
  findings: readonly Finding[];
  /** Findings that name some of the accounts shown and others too: they are counted, not shown. */
  findings_beyond: readonly string[];
  /** Where a person put the nodes, by reference; null where nobody did. */
  places: Places | null;
  /** With their standings: what it is about, and what it shows for context (`members.ts`). */
  nodes: Sequence<WholeNode>;
  relations: Sequence<GraphRelation>;
  /** What the payment accounts of the members received and sent. */
  money: Money;
  /** How many relations a limit left out. */
  omitted: number;
  /** What analysts have judged of what is shown, oldest first, withdrawn ones too. */
  judgements: readonly Judgement[];
  /** What the run let weigh less, of what is shown, oldest first. */
  exceptions: readonly Exception[];
  /** How the honest explanations of the cluster and of its findings were checked. */
  checks: readonly ExhibitCheck[];
  /** Every cited row. */
  rows: Sequence<ExhibitRow>;
  /** Cited rows whose file is not kept any more. */
  missing_rows: readonly Source[];
  detectors: readonly ExhibitDetector[];
  /** The queries that read the subgraph, by name. */
  queries: Readonly<Record<string, string>>;
  /** What of the program decides on the result. */
  settings: Readonly<Record<string, unknown>>;
}
