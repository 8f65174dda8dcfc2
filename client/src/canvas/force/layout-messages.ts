/** What the page and the layout's worker tell each other. Nodes are known by their place in the lists. */

export interface LayoutTask {
  /** x and y of each node, one after the other. */
  places: Float32Array;
  /** 1 where the node must stay where it is. */
  fixed: Uint8Array;
  /** Both ends of each line, one after the other. */
  ends: Uint32Array;
  /** How much each line pulls. */
  weights: Float32Array;
  iterations: number;
  /** Between two messages of how far it has come. */
  newsMs: number;
  /** Pixels that each node takes with its label, from left to right. */
  widths: Float32Array;
  /** Pixels that each node takes without its label, either way. */
  bare: Float32Array;
  /** Pixels that the drawing may take. */
  stage: { width: number; height: number };
}

export interface LayoutProgress {
  places: Float32Array;
  done: boolean;
}
