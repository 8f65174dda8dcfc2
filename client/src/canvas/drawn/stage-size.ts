/** How large things are drawn on a stage of a given size; all in pixels. */

export interface Size {
  width: number;
  height: number;
}

/** A stage on which nodes have their usual size. */
const usual = 640;
const smallest = 0.68;
const lowStage = 400;

/** 1 for a usual stage, less for a small one. */
export function drawingScale({ width, height }: Size): number {
  const scale = Math.sqrt(Math.min(width, height) / usual);
  return Math.min(1, Math.max(smallest, scale));
}

/** Between the drawing and the rim, so that outer labels are not cut off. */
export function paddingOf(stage: Size): number {
  // A low stage has no room to give away.
  const base = Math.min(stage.width, stage.height) < lowStage ? 66 : 94;
  return Math.round(base * drawingScale(stage) ** 2);
}

/** What a node with the label below it takes from top to bottom. */
export function roomHeight(stage: Size): number {
  return 66 * drawingScale(stage);
}

/** What is left for the drawing inside the padding; before the element is laid out, a guess. */
export function innerSize(element: HTMLElement | null): Size {
  const stage = { width: element?.clientWidth ?? 0, height: element?.clientHeight ?? 0 };
  const padding = 2 * paddingOf(stage);
  const inner = { width: stage.width - padding, height: stage.height - padding };
  return inner.width > 0 && inner.height > 0 ? inner : { width: usual, height: usual };
}
