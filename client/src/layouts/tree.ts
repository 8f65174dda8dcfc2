import {
  fittedBoxes,
  grownToFit,
  type Box,
  type LayoutInput,
  type Places,
} from './layout-input.ts';

export type TreeDirection = 'right' | 'down';

/** Between two layers, beside what their nodes take. */
const layerGap = 34;

/** Layers by distance from a node; what cannot be reached from it is the last layer. */
export function treeFrom(root: string, direction: TreeDirection, input: LayoutInput): Places {
  const byRef = new Map(fittedBoxes(input).map((box) => [box.ref, box]));
  const layers = ordered(layersFrom(root, input), input).map((refs) =>
    refs.flatMap((ref) => byRef.get(ref) ?? []),
  );
  const down = direction === 'down';
  const { width, height } = input.stage;
  const [breadth, depth] = down ? [width, height] : [height, width];
  return grownToFit([...byRef.values()], input.stage, (share) => {
    const laid = setLayers(layers, direction, breadth * share);
    return { laid: laid.places, fits: laid.depth <= depth * share };
  });
}

function setLayers(layers: readonly Box[][], direction: TreeDirection, room: number) {
  const places: Places = new Map();
  let along = 0;
  for (const layer of layers) {
    for (const row of rowsOf(layer, direction, room)) {
      const depth = Math.max(...row.map((box) => extent(box, direction).depth));
      placeRow(row, direction, along + depth / 2, places);
      along += depth;
    }
    along += layerGap;
  }
  return { places, depth: along - layerGap };
}

function layersFrom(root: string, { boxes, neighbours }: LayoutInput): string[][] {
  const seen = new Set([root]);
  const layers: string[][] = [];
  for (let layer = [root]; layer.length > 0;) {
    layers.push(layer);
    const next: string[] = [];
    for (const ref of layer)
      for (const other of neighbours.get(ref) ?? [])
        if (!seen.has(other)) {
          seen.add(other);
          next.push(other);
        }
    layer = next;
  }
  const apart = boxes.map(({ ref }) => ref).filter((ref) => !seen.has(ref));
  return apart.length > 0 ? [...layers, apart] : layers;
}

/** Each layer in the order of what it hangs on in the layer before, so that few lines cross. */
function ordered(layers: readonly string[][], { neighbours }: LayoutInput): string[][] {
  const share = new Map<string, number>();
  return layers.map((layer) => {
    const middle = new Map(
      layer.map((ref) => {
        const above = [...(neighbours.get(ref) ?? [])].flatMap((one) => share.get(one) ?? []);
        const mean = above.reduce((sum, one) => sum + one, 0) / above.length;
        return [ref, above.length > 0 ? mean : 0.5];
      }),
    );
    const sorted = [...layer].sort((a, b) => middle.get(a)! - middle.get(b)!);
    sorted.forEach((ref, index) => share.set(ref, (index + 0.5) / sorted.length));
    return sorted;
  });
}

/** What a box takes across the tree, and along it. */
function extent({ width, height }: Box, direction: TreeDirection) {
  return direction === 'down'
    ? { breadth: width, depth: height }
    : { breadth: height, depth: width };
}

/** A layer that is broader than the stage is set in several rows, its nodes by turns, so that their order shows. */
function rowsOf(layer: readonly Box[], direction: TreeDirection, room: number): Box[][] {
  const breadth = layer.reduce((sum, box) => sum + extent(box, direction).breadth, 0);
  const count = Math.max(1, Math.min(layer.length, Math.ceil(breadth / room)));
  const rows: Box[][] = Array.from({ length: count }, () => []);
  layer.forEach((box, index) => rows[index % count]!.push(box));
  return rows;
}

/** Side by side around the middle line of the tree. */
function placeRow(
  row: readonly Box[],
  direction: TreeDirection,
  along: number,
  places: Places,
): void {
  const breadth = row.reduce((sum, box) => sum + extent(box, direction).breadth, 0);
  let across = -breadth / 2;
  for (const box of row) {
    const own = extent(box, direction).breadth;
    const middle = across + own / 2;
    places.set(box.ref, direction === 'down' ? { x: middle, y: along } : { x: along, y: middle });
    across += own;
  }
}
