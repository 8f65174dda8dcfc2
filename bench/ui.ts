/**
 * `npm run bench:ui`, written to docs/BENCH-UI.md: how fast the page opens, lays out and pans large graphs, with the
 * same graph drawn by bare Sigma beside it in the same Chromium. The page is the built one, served by the product's
 * server; what the database would answer is answered here, so that none is measured.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import type { Graph } from '../domain/answers.ts';
import { createApp } from '../server/edge/http/app.ts';
import { createLog } from '../server/edge/http/request-log.ts';
import { serve } from '../server/edge/http/serve.ts';
import { Database } from '../server/graph/neo4j/database.ts';
import { launchChromium } from '../test/browser/chromium.ts';
import { clusteredGraph, placed } from './drawn.ts';
import { noDelivery } from '../server/platform/settings/delivery-settings.ts';
import { checkout, noTimestamps } from '../server/platform/settings/settings.ts';
import { buildPage } from '../setup/page.mjs';
import { busyBefore, writePaper } from './paper.ts';

const runs = 3;

const sizes = [
  { nodes: 5_000, relations: 15_000, moves: 30 },
  // Bare Sigma takes seconds for each.
  { nodes: 20_000, relations: 60_000, moves: 8 },
] as const;

/** What `watch.js`, put into a page before anything else runs, keeps of it. */
interface Watched {
  tasks: { at: number; ms: number }[];
  /** Between frames while panning, ms. */
  frames: number[];
  panning: boolean;
}

const watchedIn = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);

interface Figures {
  /** All of it is drawn, in the places that the layout gave it; seconds from the navigation. */
  readable: number;
  /** The longest task of the main thread while the layout ran, ms. */
  layout: number | null;
  /** The longest at any time until it was readable, ms. */
  opening: number;
  /** From one move of the pointer to the next while panning, and the longest frames of it; ms. */
  pan: number;
  p95: number;
  heapMiB: number;
}

async function ours(browser: Browser, origin: string, moves: number): Promise<Figures> {
  const page = await fresh(browser, origin);
  await page.goto('/finding/F-bench');
  await page.locator('.canvas[aria-busy=false] canvas').first().waitFor({ timeout: 120_000 });
  const readable = await page.evaluate(() => performance.now());
  const [start, end] = await page.evaluate(() => {
    const [layout] = performance.getEntriesByName('layout', 'measure');
    return [layout?.startTime ?? NaN, (layout?.startTime ?? NaN) + (layout?.duration ?? NaN)];
  });
  const { tasks } = await watchedIn(page);
  /** Of each task, what lies between the two. */
  const longest = (from: number, to: number) =>
    Math.max(0, ...tasks.map(({ at, ms }) => Math.min(at + ms, to) - Math.max(at, from)));
  const figures = {
    readable: readable / 1_000,
    layout: longest(start, end),
    opening: longest(0, readable),
    ...(await panned(page, moves)),
    heapMiB: await heapOf(page),
  };
  await page.context().close();
  return figures;
}

async function bare(browser: Browser, origin: string, moves: number): Promise<Figures> {
  const page = await fresh(browser, origin);
  await page.goto('/bare/index.html');
  await page.locator('#stage[data-drawn]').waitFor({ timeout: 120_000 });
  const readable = await page.evaluate(() => performance.now());
  const { tasks } = await watchedIn(page);
  const figures = {
    readable: readable / 1_000,
    layout: null,
    opening: Math.max(0, ...tasks.map(({ ms }) => ms)),
    ...(await panned(page, moves)),
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
  await page.addInitScript({ path: join(import.meta.dirname, 'watch.js') });
  return page;
}

/** Drags the stage by its corner, where no node lies, to and fro. */
async function panned(page: Page, moves: number): Promise<Pick<Figures, 'pan' | 'p95'>> {
  const box = (await page.locator('.canvas').boundingBox())!;
  const corner = { x: box.x + box.width - 30, y: box.y + box.height - 40 };
  const setPanning = (panning: boolean) =>
    page.evaluate((on) => {
      (globalThis as unknown as { watched: Watched }).watched.panning = on;
    }, panning);
  await page.mouse.move(corner.x, corner.y);
  await page.mouse.down();
  await page.mouse.move(corner.x - 10, corner.y - 10);
  await setPanning(true);
  const start = performance.now();
  for (let move = 0; move < moves; move += 1) {
    const along = 200 * Math.sin(move / 9);
    await page.mouse.move(corner.x - 220 + along, corner.y - 150 + along / 2);
  }
  // Answered when what was asked before has been drawn.
  await setPanning(false);
  const pan = (performance.now() - start) / moves;
  await page.mouse.up();
  const frames = (await watchedIn(page)).frames.sort((a, b) => a - b);
  return { pan, p95: frames[Math.floor(frames.length * 0.95)] ?? 0 };
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
    database: 'bench',
    nodes: { account: nodes.length },
    relations: relations.length,
    run,
    findings: 0,
    clusters: 0,
  };
}

async function bench(): Promise<void> {
  const busy = busyBefore();
  const lines: string[] = [...explained];
  await buildPage(checkout);
  const page = await mkdtemp(join(tmpdir(), 'skein-page-'));
  await cp(join(checkout, 'client', 'dist'), page, { recursive: true });
  await build({
    root: join(import.meta.dirname, 'bare'),
    base: './',
    logLevel: 'error',
    build: { outDir: join(page, 'bare'), target: 'es2023' },
  });
  const browser = await launchChromium();
  try {
    for (const { nodes, relations, moves } of sizes) {
      const serving = await serve(
        { handle: answering(page, clusteredGraph(nodes, relations)) },
        host,
        0,
      );
      const own = await median(() => ours(browser, serving.url, moves));
      const other = await median(() => bare(browser, serving.url, moves));
      const figures = told(nodes, relations, own, other);
      process.stderr.write(`${figures.join('\n')}\n`);
      lines.push(...figures);
      await serving.close();
    }
  } finally {
    await browser.close();
    await rm(page, { recursive: true });
  }
  await writePaper('BENCH-UI.md', {
    title: 'How fast the page draws large graphs',
    command: 'npm run bench:ui',
    busy,
    lines,
  });
}

/** Of each figure the middle one of several runs, each in a browser profile of its own. */
async function median(measure: () => Promise<Figures>): Promise<Figures> {
  const measured: Figures[] = [];
  for (let run = 0; run < runs; run += 1) measured.push(await measure());
  const middle = (of: (figures: Figures) => number) =>
    measured.map(of).sort((a, b) => a - b)[Math.floor(runs / 2)]!;
  const layout = measured[0]!.layout === null ? null : middle(({ layout }) => layout ?? NaN);
  return {
    readable: middle(({ readable }) => readable),
    layout,
    opening: middle(({ opening }) => opening),
    pan: middle(({ pan }) => pan),
    p95: middle(({ p95 }) => p95),
    heapMiB: middle(({ heapMiB }) => heapMiB),
  };
}

const host = '127.0.0.1';

/** The product's own server with the built page; what it would ask the database is answered here, at once. */
function answering(folder: string, graph: Graph) {
  const [drawn, bareSigma] = [graph, placed(graph)].map((answer) => JSON.stringify(answer));
  const app = express();
  app.get('/api/v1/overview', (_request, response) => response.json(overviewOf(graph)));
  app.get('/api/v1/findings/F-bench', (_request, response) => response.status(404).json({}));
  app.get('/api/v1/{*path}/graph', (_request, response) => response.type('json').send(drawn));
  app.all('/api/v1/{*path}', (_request, response) => response.json({ items: [], next: null }));
  app.get('/bare.json', (_request, response) => response.type('json').send(bareSigma));
  const database = new Database({
    uri: 'bolt://127.0.0.1:1',
    user: '',
    password: '',
    database: null,
  });
  const settings = {
    home: folder,
    sources: folder,
    host,
    port: null,
    neo4j: null,
    timestamps: noTimestamps,
    delivery: noDelivery,
  };
  return app.use(createApp({ database, settings, log: createLog('silent'), page: folder }).handle);
}

const explained = [
  `The page opens a graph, lays it out and is panned; beside it the same graph drawn by bare Sigma, which is given places,`,
  `in the same Chromium. Middle of ${runs.toString()} runs. Without a graphics card, drawing is part of every figure.`,
  '',
  '- **readable**: from the navigation until all is drawn where the layout put it; aim 3 s for the smaller graph.',
  '- **during layout**, **while opening**: the longest task of the main thread while the layout ran (aim 100 ms), and',
  '  at any time until it was readable.',
  '- **a step of panning**: from one move of the pointer to the next; **frame**: the longest frames (p95).',
];

function told(nodes: number, relations: number, own: Figures, other: Figures): string[] {
  const count = (value: number) => value.toLocaleString('en');
  const cell = (value: number | null, digits = 0) => (value === null ? '' : value.toFixed(digits));
  const row = (name: string, { readable, layout, opening, pan, p95, heapMiB }: Figures) =>
    `| ${[name, cell(readable, 2), cell(layout), cell(opening), cell(pan), cell(p95), cell(heapMiB)].join(' | ')} |`;
  return [
    '',
    `## ${count(nodes)} nodes, ${count(relations)} relations`,
    '',
    '| | readable, s | during layout, ms | while opening, ms | a step of panning, ms | frame, ms | heap, MiB |',
    '| --- | --: | --: | --: | --: | --: | --: |',
    row('Skein', own),
    row('bare Sigma', other),
    '',
    `Panning takes ${(own.pan / other.pan).toFixed(2)} × as long as bare Sigma's, its frames ${(own.p95 / other.p95).toFixed(2)} × (aim 1.2).`,
  ];
}

await bench();
