import { beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { testDatabase } from '../database.ts';
import { loadRing } from '../explore/ring.ts';
import { long } from '../long.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, desk } from './browsing.ts';
import { nodesShown, settled } from './canvas.ts';
import { keepScreenshot } from './screenshots.ts';

const text = messages.page;
const tested = testDatabase();
const { open } = browsing(tested);
let result: DetectionResult;

beforeAll(async () => {
  result = await loadRing(tested);
});

describe('the timeline', () => {
  it('brushes by the keyboard, fades what lies outside, and is one step to take back', async () => {
    const { page, faults } = await open(`/cluster/${encodeURIComponent(result.clusters[0]!.id)}`, {
      ...desk,
      scheme: 'dark',
    });
    await settled(page);
    await page.getByRole('button', { name: messages.looks.story.all }).click();
    await settled(page);
    const before = await nodesShown(page);
    await keepScreenshot(page, 'timeline');
    const until = page.getByRole('slider', { name: text.timeline.to });
    await until.focus();
    for (let step = 0; step < 60; step++) await page.keyboard.press('ArrowLeft');
    const within = await nodesShown(page);
    expect(within).toBeLessThan(before);
    expect(await until.getAttribute('aria-valuetext')).toMatch(/2024$/);
    await keepScreenshot(page, 'timeline-brushed');
    expect(await graveViolations(page)).toEqual([]);
    await page.getByRole('button', { name: text.canvas.undo }).click();
    expect(await nodesShown(page)).toBe(before);
    await page.getByRole('button', { name: text.canvas.redo }).click();
    expect(await nodesShown(page)).toBe(within);
    await page.getByRole('button', { name: text.timeline.all }).click();
    expect(await nodesShown(page)).toBe(before);
    expect(faults).toEqual([]);
  });

  it('plays to the end and stops there', long, async () => {
    const { page, faults } = await open(`/cluster/${encodeURIComponent(result.clusters[0]!.id)}`);
    await settled(page);
    const from = page.getByRole('slider', { name: text.timeline.from });
    await from.focus();
    for (let step = 0; step < 80; step++) await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: text.timeline.play, exact: true }).click();
    await page.getByRole('button', { name: text.timeline.pause, exact: true }).waitFor();
    await page.getByRole('button', { name: text.timeline.play, exact: true }).waitFor();
    const most = await from.getAttribute('aria-valuemax');
    const until = page.getByRole('slider', { name: text.timeline.to });
    expect(await until.getAttribute('aria-valuenow')).toBe(most);
    expect(faults).toEqual([]);
  });
});
