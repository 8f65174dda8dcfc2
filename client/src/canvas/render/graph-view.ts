import Graph from 'graphology';
import { palettes } from '../../theme/palette.ts';
import type { Scheme } from '../../theme/scheme.ts';
import type { Move } from '../../board/board.ts';
import type { Annotation } from '../../../../domain/annotation.ts';
import { LabelChooser } from './label-chooser.ts';
import type { Point } from '../../../../domain/drawing/placement.ts';
import type { CameraPlace } from '../../board/camera-place.ts';
import type { DrawnGraph } from '../drawn/drawn-graph.ts';
import { createSigma, type Sigma } from './create-sigma.ts';
import { scaleOf } from '../drawn/large.ts';
import { Lighting, type Selection } from './lighting.ts';
import { nodesAlone, type NodesAlone } from '../drawn/nodes-alone.ts';
import { PlainLines } from './plain-lines.ts';
import type { Box } from '../../../../domain/drawing/label-choice.ts';
import { paddingOf } from '../drawn/stage-size.ts';
import { isInside } from './outline.ts';
import { sceneOf } from './scene.ts';
import { coveredIn } from './stage-geometry.ts';
import type { Scene } from './vector-picture.ts';

export interface ViewEvents {
  select: (ref: string | null) => void;
  /** The pointer is on a node; null: no longer. */
  point: (ref: string | null) => void;
  /** Clicked together with Ctrl or the command key. */
  mark: (ref: string) => void;
  selectLine: (key: string) => void;
  /** Draws the relations of a line side by side, or as one again. */
  openLine: (key: string) => void;
  expand: (ref: string) => void;
  /** `x` and `y` in pixels of the window. */
  menu: (ref: string, x: number, y: number) => void;
  /** Where nothing is drawn. */
  stageMenu: (place: Point & { at: Point }) => void;
  dragged: (ref: string, move: Move) => void;
  /** Looks from elsewhere; called while it moves. */
  looks: (camera: CameraPlace) => void;
}

export interface ViewLooks {
  scheme: Scheme;
  /** Of how many nodes a drawing is made for; 0 for one that is not large. */
  crowd: number;
  /** Whether the view glides, rather than jumps, to where it is sent. */
  moves: () => boolean;
}

const movingMs = 250;

/** Between the switch of views and what stands below it, in pixels. */
const belowSwitch = 10;

/**
 * The drawing of a graph in an element of the page: one Sigma, its events and what is lit up. Of a large graph it is
 * made ready first and drawn when it is shown.
 */
export class GraphView {
  readonly #graph: DrawnGraph;
  /** Of a large graph Sigma draws the nodes alone. */
  readonly #alone: NodesAlone | null;
  readonly #lines: PlainLines | null;
  readonly #sigma: Sigma;
  #toReveal: string | null = null;
  /** Sigma chose the names for the size of before, and would leave out those beyond it until something else changes. */
  #resized = false;
  readonly #lighting: Lighting;
  readonly #labels: LabelChooser;
  readonly #scale: number;
  readonly #movingMs: () => number;
  /** Sigma hears of the window alone; a bar above the graph changes its room too. */
  readonly #room: ResizeObserver;
  readonly #events: ViewEvents;

  constructor(graph: DrawnGraph, container: HTMLElement, events: ViewEvents, looks: ViewLooks) {
    this.#graph = graph;
    this.#events = events;
    const large = looks.crowd > 0;
    const stage = { width: container.clientWidth, height: container.clientHeight };
    this.#scale = scaleOf(looks.crowd, stage);
    this.#alone = large ? nodesAlone(graph) : null;
    this.#sigma = createSigma(this.#alone?.nodes ?? graph, container, {
      scheme: looks.scheme,
      large,
      scale: this.#scale,
      stage,
    });
    this.#lines = large ? new PlainLines(graph, this.#sigma, palettes[looks.scheme]) : null;
    this.#lighting = new Lighting(graph, this.#sigma, this.#lines);
    this.#movingMs = () => (looks.moves() ? movingMs : 1);
    this.#labels = new LabelChooser({
      graph,
      size: () => this.#sigma.getDimensions(),
      covered: () => coveredIn(container),
      toStage: (place) => this.toStage(place),
      radiusOf: (ref) => this.#radiusOf(ref),
      focus: () => this.#lighting.labelFocus(),
      chosen: (taken) => this.#lighting.nameLines(taken),
      name: (ref, written) =>
        this.#sigma.setNodeState(ref, {
          label: written?.side ?? 'none',
          cut: written?.cut ?? 'no',
          tail: written?.tail ?? false,
        }),
    });
    this.#sigma.getCamera().on('updated', () => events.looks(this.camera()));
    this.#room = new ResizeObserver(() => {
      const { clientWidth, clientHeight } = container;
      const { width, height } = this.#sigma.getDimensions();
      // It has none when the element has just been taken away, and calls when nothing has changed yet.
      if (clientWidth === 0 || clientHeight === 0) return;
      if (clientWidth !== width || clientHeight !== height) this.#sigma.scheduleRefresh();
    });
  }

  /** Draws it, and answers to what is done to it from now on. */
  show(): void {
    if (this.#alone) {
      // Its names are chosen as soon as it is known where nodes will be, and drawn with them.
      fillAtOnce(this.#sigma, this.#alone, () => this.#labels.choose(this.#toStageSoon()));
    }
    this.#listen(this.#events);
    this.#room.observe(this.#sigma.getContainer());
    this.#labels.soon();
  }

  /** As `toStage`, before Sigma has drawn what it now knows. */
  #toStageSoon(): (place: Point) => Point {
    const padding = this.#sigma.getSetting('stagePadding');
    const at = (place: Point) => this.#sigma.graphToViewport(place, { padding });
    const [zero, x, y] = [at({ x: 0, y: 0 }), at({ x: 1, y: 0 }), at({ x: 0, y: 1 })];
    return (place) => ({
      x: zero.x + (x.x - zero.x) * place.x + (y.x - zero.x) * place.y,
      y: zero.y + (x.y - zero.y) * place.x + (y.y - zero.y) * place.y,
    });
  }

  #listen(events: ViewEvents): void {
    const sigma = this.#sigma;
    const point = (node: string | null) => {
      this.#lighting.hover(node);
      events.point(node);
    };
    sigma.on('enterNode', ({ node }) => point(node));
    sigma.on('leaveNode', () => point(null));
    sigma.on('clickNode', ({ node, event: { original } }) => {
      if (original.ctrlKey || original.metaKey) events.mark(node);
      else events.select(node);
    });
    sigma.on('clickStage', () => events.select(null));
    sigma.on('clickEdge', ({ edge }) => events.selectLine(edge));
    sigma.on('doubleClickEdge', (payload) => {
      payload.preventSigmaDefault();
      events.openLine(payload.edge);
    });
    sigma.on('afterRender', () => {
      this.#revealNow();
      if (this.#resized) sigma.scheduleRefresh();
      this.#resized = false;
      this.#labels.soon();
    });
    sigma.on('doubleClickNode', (payload) => {
      payload.preventSigmaDefault();
      events.expand(payload.node);
    });
    sigma.on('rightClickNode', ({ node, event }) => {
      event.original.preventDefault();
      const { left, top } = sigma.getContainer().getBoundingClientRect();
      events.menu(node, left + event.x, top + event.y);
    });
    sigma.on('rightClickStage', ({ event }) => {
      event.original.preventDefault();
      const { left, top } = sigma.getContainer().getBoundingClientRect();
      const place = { x: left + event.x, y: top + event.y };
      events.stageMenu({ ...place, at: this.toGraph(event) });
    });
    let from: Point = { x: 0, y: 0 };
    sigma.on('nodeDragStart', ({ node }) => (from = this.#pointOf(node)));
    sigma.on('nodeDragEnd', ({ node }) => events.dragged(node, { from, to: this.#pointOf(node) }));
    sigma.on('resize', () => {
      this.#resized = true;
      sigma.setSetting('stagePadding', paddingOf(sigma.getDimensions()));
    });
  }

  #pointOf(ref: string): Point {
    const { x, y } = this.#graph.getNodeAttributes(ref);
    return { x, y };
  }

  select(selection: Selection): void {
    this.#lighting.select(selection);
  }

  /** Lights a node up as if the pointer were on it. */
  point(ref: string | null): void {
    this.#lighting.hover(ref !== null && this.#graph.hasNode(ref) ? ref : null);
  }

  /** While nodes come and go with the time, what stays must not move: the frame is that of all of them. */
  holdFrame(held: boolean): void {
    this.#sigma.setCustomBBox(held ? this.#sigma.getBBox() : null);
  }

  camera(): CameraPlace {
    const { x, y, ratio } = this.#sigma.getCamera();
    return { x, y, ratio };
  }

  lookFrom(camera: CameraPlace): void {
    this.#sigma.getCamera().setState(camera);
  }

  fit(): void {
    void this.#sigma.getCamera().reset({ duration: this.#movingMs() });
  }

  zoom(direction: 'in' | 'out'): void {
    const camera = this.#sigma.getCamera();
    void (direction === 'in'
      ? camera.zoomIn({ duration: this.#movingMs(), factor: 1.5 })
      : camera.zoomOut({ duration: this.#movingMs(), factor: 1.5 }));
  }

  /** Where a node is in the window, in pixels. */
  placeOf(ref: string): { x: number; y: number } {
    const place = this.#sigma.graphToViewport(this.#graph.getNodeAttributes(ref));
    const { left, top } = this.#sigma.getContainer().getBoundingClientRect();
    return { x: left + place.x, y: top + place.y };
  }

  /** The nodes inside an outline, which is in pixels of the stage. */
  nodesWithin(outline: readonly Point[]): string[] {
    return this.#graph.nodes().filter((ref) => isInside(this.#onStage(ref), outline));
  }

  /** The node at a place of the stage; the nearest, where several lie there. */
  nodeAt(place: Point): string | null {
    const near = this.#graph
      .nodes()
      .map((ref) => {
        const { x, y } = this.#onStage(ref);
        return { ref, distance: Math.hypot(x - place.x, y - place.y) };
      })
      .filter(({ ref, distance }) => distance <= this.#radiusOf(ref))
      .sort((one, other) => one.distance - other.distance);
    return near[0]?.ref ?? null;
  }

  #radiusOf(ref: string): number {
    return this.#sigma.scaleSize(this.#scale * this.#graph.getNodeAttributes(ref).radius);
  }

  #onStage(ref: string): Point {
    return this.toStage(this.#graph.getNodeAttributes(ref));
  }

  /** Where a place of the graph is on the stage, in pixels. */
  toStage(place: Point): Point {
    return this.#sigma.graphToViewport(place);
  }

  /** What lies at a place of the stage, in the graph. */
  toGraph({ x, y }: Point): Point {
    return this.#sigma.viewportToGraph({ x, y });
  }

  /** A way of so many pixels, in the graph. */
  inGraph(way: Point): Point {
    const [from, to] = [this.toGraph({ x: 0, y: 0 }), this.toGraph(way)];
    return { x: to.x - from.x, y: to.y - from.y };
  }

  /** The box on the stage around some nodes; null where none of them is drawn. */
  boundsOf(refs: readonly string[]): Box | null {
    const places = refs.filter((ref) => this.#graph.hasNode(ref)).map((ref) => this.#onStage(ref));
    if (places.length === 0) return null;
    const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
    return {
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    };
  }

  size(): { width: number; height: number } {
    return this.#sigma.getDimensions();
  }

  /** From where on, in pixels from the top of the stage, nothing lies over its whole width. */
  clearTop(): number {
    const container = this.#sigma.getContainer();
    const over = container.closest('.stage')?.querySelector('.view-switch');
    const { top } = container.getBoundingClientRect();
    return Math.max(0, (over?.getBoundingClientRect().bottom ?? top) - top) + belowSwitch;
  }

  /** What a pixel of the stage is in the graph. */
  pixel(): number {
    const [one, other] = [this.toStage({ x: 0, y: 0 }), this.toStage({ x: 1, y: 0 })];
    return 1 / Math.hypot(other.x - one.x, other.y - one.y);
  }

  /** Calls after every drawing. */
  onRender(listener: () => void): void {
    this.#sigma.on('afterRender', listener);
  }

  /** What is drawn, for a picture that is made of shapes. */
  scene(annotations: Iterable<Annotation> = []): Scene {
    this.#labels.now();
    return sceneOf(this.#graph, this.#labels, annotations, {
      size: this.#sigma.getDimensions(),
      toStage: (place) => this.toStage(place),
      radiusOf: (ref) => this.#radiusOf(ref),
    });
  }

  /**
   * Moves the view when the node lies outside it; once what has changed is drawn, since until then Sigma does not
   * know where anything is.
   */
  reveal(ref: string): void {
    this.#toReveal = ref;
    this.#sigma.scheduleRender();
  }

  #revealNow(): void {
    const ref = this.#toReveal;
    this.#toReveal = null;
    if (ref === null || !this.#graph.hasNode(ref)) return;
    const { x, y } = this.#sigma.graphToViewport(this.#graph.getNodeAttributes(ref));
    const { width, height } = this.#sigma.getDimensions();
    if (x > 0 && y > 0 && x < width && y < height) return;
    const shown = this.#sigma.getNodeDisplayData(ref);
    if (shown)
      void this.#sigma
        .getCamera()
        .animate({ x: shown.x, y: shown.y }, { duration: this.#movingMs() });
  }

  /** The drawing as it is, on a transparent ground; it must be read before the next frame. */
  picture(): HTMLCanvasElement {
    this.#sigma.refresh();
    return this.#sigma.getStageCanvas();
  }

  kill(): void {
    this.#labels.stop();
    this.#room.disconnect();
    this.#lines?.stop();
    this.#alone?.stop();
    this.#sigma.kill();
  }
}

/** Sigma would look at each node again as the next one comes, so it looks away until all are there. */
function fillAtOnce(sigma: Sigma, { nodes, fill }: NodesAlone, beforeDrawing: () => void): void {
  sigma.setGraph(new Graph());
  fill();
  sigma.once('afterProcess', beforeDrawing);
  sigma.setGraph(nodes);
}
