import { describe, expect, it } from 'vitest';
import {
  keyOfPlace,
  linkedBy,
  linkedOn,
  ofType,
  placeBeside,
  sharedSteps,
  start,
  stepOf as stepBy,
  withoutPlace,
  wentBy,
  whyNotOn,
  type Arrow,
  type Place,
} from '../../client/src/queries/pattern/edit-pattern.ts';
import { laidOut, type Box } from '../../client/src/queries/pattern/lay-out.ts';
import { faultsOf } from '../../domain/pattern/faults.ts';
import { given, mostBranches, mostSteps, type Pattern } from '../../domain/pattern/pattern.ts';
import { waysFrom } from '../../domain/pattern/vocabulary.ts';
import { everyPattern, sharedPayout } from './every-pattern.ts';

const nothing: Pattern = { type: 'account', on: [], branches: [] };
const toPayout = { relation: 'PAID_THROUGH', direction: 'out', type: 'payment_account' } as const;
const toDevice = { relation: 'USED_DEVICE', direction: 'out', type: 'device' } as const;
const node = (branch: number, step: number): Place => ({ of: 'node', branch, step });
const link = (branch: number, step: number): Place => ({ of: 'link', branch, step });

describe('a pattern that is drawn', () => {
  it('is linked on as far as the schema and a pattern go, and says why no farther', () => {
    let pattern = nothing;
    let at: Place = start;
    while (whyNotOn(pattern, at) === null) {
      const way = waysFrom('account').find(({ type }) => type === 'account')!;
      const next = linkedOn(pattern, at, [stepBy(way)]);
      expect(faultsOf(next.pattern)).toEqual([]);
      [pattern, at] = [next.pattern, next.added];
    }
    expect(at).toEqual(node(0, mostSteps - 1));
    expect(whyNotOn(pattern, at)).toBe('steps');
    expect(whyNotOn(pattern, node(0, 0))).toBe('middle');
    expect(linkedOn(pattern, node(0, 0), [stepBy(toPayout)]).pattern).toBe(pattern);
    for (let more = 1; more < mostBranches; more += 1)
      pattern = linkedOn(pattern, start, sharedSteps(toPayout, 'account')).pattern;
    expect(whyNotOn(pattern, start)).toBe('branches');
    expect(whyNotOn({ ...nothing, type: 'website' }, start)).toBe('ways');
  });

  it('keeps what follows where a relation is changed, as far as the schema has it', () => {
    const by = linkedBy(sharedPayout, link(0, 0), [stepBy(toPayout)]);
    expect(by.branches[0]!.steps[1]).toEqual(sharedPayout.branches[0]!.steps[1]);
    expect(by.branches[0]!.steps[0]!.newly).toBe(false);
    const other = ofType(sharedPayout, node(0, 0), 'job');
    expect(faultsOf(other)).toEqual([]);
    expect(other.branches[0]!.steps.map(({ type }) => type)).toEqual(['job']);
    expect(wentBy([stepBy(toPayout)], 0, sharedSteps(toPayout, 'account'))).toHaveLength(2);
  });

  it('keeps how many are asked for, and what is asked of a node of the same type', () => {
    const steps = sharedPayout.branches[0]!.steps;
    const [, others] = wentBy(steps, 1, [
      { ...stepBy(toPayout), direction: 'in', type: 'account' },
    ]);
    expect(others!.count).toEqual(steps[1]!.count);
    expect(others!.of).toEqual([]);
  });

  it('is another pattern where another type is looked for, and the same where it is the same', () => {
    expect(ofType(sharedPayout, start, 'account')).toBe(sharedPayout);
    expect(ofType(sharedPayout, start, 'company')).toEqual({ ...nothing, type: 'company' });
  });

  it('loses a node with what follows, and one is then at what stood before', () => {
    const { pattern, left } = withoutPlace(sharedPayout, link(0, 1));
    expect(pattern.branches[0]!.steps).toHaveLength(1);
    expect(left).toEqual(node(0, 0));
    expect(withoutPlace(pattern, node(0, 0))).toEqual({ pattern: nothing, left: start });
    expect(withoutPlace(pattern, start).pattern).toBe(pattern);
  });

  it('is gone through by the arrow keys from end to end and back', () => {
    const two = linkedOn(sharedPayout, start, [stepBy(toPayout)]).pattern;
    const walk = (from: Place, ...by: Arrow[]) =>
      by.reduce((at, arrow) => placeBeside(two, at, arrow) ?? at, from);
    const right = (n: number) => Array.from({ length: n }, (): Arrow => 'ArrowRight');
    expect(walk(start, ...right(9))).toEqual(node(0, 1));
    expect(walk(node(0, 1), 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')).toEqual(start);
    expect(walk(node(0, 1), 'ArrowDown')).toEqual(node(1, 0));
    expect(walk(node(1, 0), 'ArrowUp', 'ArrowUp')).toEqual(node(0, 0));
  });
});

describe('where it is drawn', () => {
  const wide = 1_400;
  const drawings = [
    ...everyPattern().filter((_, at) => at % 9 === 0),
    sharedPayout,
    linkedOn(linkedOn(sharedPayout, start, [stepBy(toDevice)]).pattern, start, [stepBy(toPayout)])
      .pattern,
  ].flatMap((pattern) => [wide, 800, 340].map((room) => ({ pattern, room })));

  it('all that the pattern has lies within the drawing, and nothing on anything else', () => {
    for (const { pattern, room } of drawings) {
      const { width, height, nodes, links, lines, ends } = laidOut(pattern, room);
      const steps = pattern.branches.flatMap((one) => one.steps).length;
      expect([nodes.length, links.length, lines.length]).toEqual([steps + 1, steps, steps]);
      const boxes = [...nodes, ...links];
      expect(new Set(boxes.map(({ place }) => keyOfPlace(place))).size).toBe(2 * steps + 1);
      for (const box of [...boxes, ...ends]) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y + box.height).toBeLessThanOrEqual(height + 0.001);
      }
      const overlapping = [...boxes, ...ends].flatMap((one, at, all) =>
        all.slice(at + 1).filter((other) => meet(one, other)),
      );
      expect(overlapping).toEqual([]);
    }
  });

  it('goes down where there is no room to the right', () => {
    expect(laidOut(sharedPayout, wide).width).toBeGreaterThan(700);
    expect(laidOut(sharedPayout, 340).width).toBeLessThanOrEqual(340);
  });

  it('has room for what is asked of a node and of a link', () => {
    const asked = { column: 'handle', test: 'is', value: given('x'), window: null } as const;
    const more = { ...sharedPayout, on: [asked, asked] };
    const tall = (pattern: Pattern) => laidOut(pattern, wide).nodes[0]!.height;
    expect(tall(more) - tall(sharedPayout)).toBeGreaterThan(30);
  });
});

function meet(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width - 0.5 &&
    other.x < one.x + one.width - 0.5 &&
    one.y < other.y + other.height - 0.5 &&
    other.y < one.y + one.height - 0.5
  );
}
