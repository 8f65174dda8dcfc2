/**
 * `npm run bench:ui`: how fast the page opens, lays out and pans large graphs, with the same graph drawn by bare Sigma
 * beside it in the same Chromium. The page is the built one, served by the product's server; what the API would answer
 * is put in at the network, so that no database is measured.
 */
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import type { Graph } from '../domain/answers.ts';
import { createApp } from '../server/http/app.ts';
import { createLog } from '../server/http/request-log.ts';
import { serve } from '../server/http/serve.ts';
import { Database } from '../server/neo4j/database.ts';
import { launchChromium } from '../test/browser/chromium.ts';
import { buildPage } from '../test/browser/served-page.ts';
import { clusteredGraph, placed } from './drawn.ts';

const sizes = [
  { nodes: 5_000, relations: 15_000 },
  { nodes: 20_000, relations: 60_000 },
] as const;

/** What a page is asked for while it is measured; `watch` is put into it before anything else runs. */
interface Watched {
  tasks: { at: number; ms: number }[];
  frames: number[];
  panning: boolean;
}

function watch(): void {
  const watched: Watched = { tasks: [], frames: [], panning: false };
  (globalThis as unknown as { watched: Watched }).watched = watched;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      watched.tasks.push({ at: startTime, ms: duration });
  }).observe({ type: 'longtask', buffered: true });
  let before = 0;
  const frame = (now: number) => {
    if (watched.panning && before > 0) watched.frames.push(now - before);
    before = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

const watchedIn = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);

interface Figures {
  /** Something is drawn, and the layout has come to rest; seconds from the navigation. */
  drawn: number;
  rest: number | null;
  /** The longest task of the main thread before the first drawing, and while the layout ran; ms. */
  opening: number;
  layout: number | null;
  /** Frame times while panning, ms. */
  p50: number;
  p95: number;
  heapMiB: number;
}

async function ours(browser: Browser, origin: string, graph: Graph): Promise<Figures> {
  const page = await fresh(browser, origin);
  await page.route('**/api/v1/**', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.endsWith('/graph')) return route.fulfill({ json: graph });
    if (pathname.endsWith('/overview')) return route.fulfill({ json: overviewOf(graph) });
    return route.fulfill({ json: { items: [], next: null } });
  });
  await page.route('**/api/v1/findings/F-bench', (route) =>
    route.fulfill({ status: 404, json: {} }),
  );
  await page.goto('/finding/F-bench');
  const now = () => page.evaluate(() => performance.now());
  await page.locator('.canvas[aria-busy=true] canvas').first().waitFor({ timeout: 120_000 });
  const drawn = await now();
  await page.locator('.canvas[aria-busy=false]').waitFor({ timeout: 300_000 });
  const rest = await now();
  const { tasks } = await watchedIn(page);
  const longest = (from: number, to: number) =>
    Math.max(0, ...tasks.filter(({ at }) => at >= from && at < to).map(({ ms }) => ms));
  const figures = {
    drawn: drawn / 1_000,
    rest: rest / 1_000,
    opening: longest(0, drawn),
    layout: longest(drawn, rest),
    ...(await panned(page)),
    heapMiB: await heapOf(page),
  };
  await page.context().close();
  return figures;
}

async function bare(browser: Browser, origin: string, graph: Graph): Promise<Figures> {
  const page = await fresh(browser, origin);
  await page.route('**/bare.json', (route) => route.fulfill({ json: placed(graph) }));
  await page.goto('/bare/index.html');
  await page.locator('#stage[data-drawn]').waitFor({ timeout: 120_000 });
  const drawn = await page.evaluate(() => performance.now());
  const { tasks } = await watchedIn(page);
  const figures = {
    drawn: drawn / 1_000,
    rest: null,
    opening: Math.max(0, ...tasks.map(({ ms }) => ms)),
    layout: null,
    ...(await panned(page)),
    heapMiB: await heapOf(page),
  };
  await page.context().close();
  return figures;
}

async function fresh(browser: Browser, origin: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  await page.addInitScript(watch);
  return page;
}

/** Drags the stage by its corner, where no node lies, to and fro. */
async function panned(page: Page): Promise<Pick<Figures, 'p50' | 'p95'>> {
  const box = (await page.locator('.canvas').boundingBox())!;
  const corner = { x: box.x + box.width - 30, y: box.y + 90 };
  const setPanning = (panning: boolean) =>
    page.evaluate((on) => {
      (globalThis as unknown as { watched: Watched }).watched.panning = on;
    }, panning);
  await page.mouse.move(corner.x, corner.y);
  await page.mouse.down();
  await page.mouse.move(corner.x - 10, corner.y + 10);
  await setPanning(true);
  for (let step = 0; step < 90; step += 1) {
    const along = 200 * Math.sin(step / 9);
    await page.mouse.move(corner.x - 220 + along, corner.y + 150 + along / 2);
  }
  await setPanning(false);
  await page.mouse.up();
  const frames = (await watchedIn(page)).frames.sort((a, b) => a - b);
  const at = (share: number) => frames[Math.floor(frames.length * share)] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 2 ** 20;
}

function overviewOf({ nodes, relations }: Graph) {
  const run = null;
  return {
    version: 'bench',
    nodes: { account: nodes.length },
    relations: relations.length,
    run,
    findings: 0,
    clusters: 0,
  };
}

async function bench(): Promise<void> {
  const built = await buildPage();
  await build({
    root: join(import.meta.dirname, 'bare'),
    base: './',
    logLevel: 'error',
    build: { outDir: join(built.folder, 'bare'), target: 'es2023' },
  });
  // The page asks no database; what it would answer is put in at the network.
  const database = new Database({
    uri: 'bolt://127.0.0.1:1',
    user: '',
    password: '',
    database: null,
  });
  const settings = {
    home: built.folder,
    sources: built.folder,
    host: '127.0.0.1',
    port: null,
    neo4j: null,
  };
  const app = createApp({ database, settings, log: createLog('silent'), page: built.folder });
  const serving = await serve(app, '127.0.0.1', 0);
  const browser = await launchChromium();
  try {
    for (const { nodes, relations } of sizes) {
      const graph = clusteredGraph(nodes, relations);
      print(nodes, relations, [
        ['Skein', await ours(browser, serving.url, graph)],
        ['bare Sigma', await bare(browser, serving.url, graph)],
      ]);
    }
  } finally {
    await browser.close();
    await serving.close();
    await database.close();
    await built.remove();
  }
}

function print(nodes: number, relations: number, rows: [string, Figures][]): void {
  const count = (value: number) => value.toLocaleString('en');
  const cell = (value: number | null, digits = 0) =>
    (value === null ? '' : value.toFixed(digits)).padStart(12);
  const heads = [
    'drawn s',
    'at rest s',
    'opening ms',
    'layout ms',
    'frame p50',
    'frame p95',
    'heap MiB',
  ];
  const [[, own], [, other]] = rows as [[string, Figures], [string, Figures]];
  process.stdout.write(
    [
      `${count(nodes)} nodes, ${count(relations)} relations; ${availableParallelism()} cores, load average ${loadavg()[0]!.toFixed(1)}`,
      `${''.padEnd(12)}${heads.map((head) => head.padStart(12)).join('')}`,
      ...rows.map(
        ([name, { drawn, rest, opening, layout, p50, p95, heapMiB }]) =>
          `${name.padEnd(12)}${cell(drawn, 2)}${cell(rest, 2)}${cell(opening)}${cell(layout)}${cell(p50, 1)}${cell(p95, 1)}${cell(heapMiB)}`,
      ),
      `frames while panning: ${(own.p50 / other.p50).toFixed(2)} × bare Sigma (p50), ${(own.p95 / other.p95).toFixed(2)} × (p95)`,
      '"drawn": the canvas shows the graph; "at rest": its layout has ended. "opening", "layout": the longest task of the',
      'main thread until the graph is drawn, and while the layout runs.',
      '',
      '',
    ].join('\n'),
  );
}

await bench();
