import { beforeAll, describe, expect, it } from 'vitest';
import { fitWeights } from '../../quality/fit.ts';
import { catalogue, type CatalogueEntry } from '../../server/detection/catalogue/catalogue.ts';
import { priorWeights } from '../../server/detection/weights/prior-weights.ts';
import { shippedWeights } from '../../server/detection/weights/weights.ts';
import { labelledWorld } from './labelled-world.ts';

const mostlyHouseholds = { households: 60, rings: 2, size: 3, others: 400 };
const mostlyRings = { households: 2, rings: 60, size: 3, others: 400 };

let detectors: CatalogueEntry[];

beforeAll(async () => {
  detectors = await catalogue();
});

const fit = (training: Record<string, ReturnType<typeof labelledWorld>[]>) =>
  fitWeights(new Map(Object.entries(training)), { detectors, assumed: shippedWeights() });

describe('the fit of the weights', () => {
  it('lets nothing that the advisory names weigh nothing, though families show it oftener than rings', () => {
    const { link, account } = fit({ first: [labelledWorld('first-500-1', mostlyHouseholds)] });
    const priors = priorWeights(detectors);
    const bond = priors.link.get('bond:shared-payout')!;
    const own = priors.account.get('own:shared-payout')!;
    expect(link.terms['bond:shared-payout']!.weight).toBeGreaterThanOrEqual(0.24 * bond);
    expect(link.terms['bond:shared-payout']!.weight).toBeLessThan(bond);
    expect(account.terms['own:shared-payout']!.weight).toBeGreaterThanOrEqual(0.24 * own);
  });

  it('learns from what worlds show', () => {
    const few = fit({ first: [labelledWorld('first-500-1', mostlyHouseholds)] });
    const many = fit({ first: [labelledWorld('first-500-1', mostlyRings)] });
    expect(many.account.terms['own:shared-payout']!.weight).toBeGreaterThan(
      few.account.terms['own:shared-payout']!.weight,
    );
  });

  it('hears each generator as much as any other, however many worlds it has, and the one ordered worst twice', () => {
    const households = (seed: number) => labelledWorld(`third-500-${seed}`, mostlyHouseholds);
    const first = [labelledWorld('first-500-1', mostlyRings)];
    const one = fit({ first, third: [households(1)] });
    const four = fit({ first, third: [1, 2, 3, 4].map(households) });
    const share = ({ account }: typeof one) => Number(/; ([\d.]+) %/.exec(account.why)![1]);
    const third = [households(1)];
    const [ofFirst, ofThird] = [share(fit({ first })), share(fit({ third }))];
    const expected = (ofFirst + 2 * ofThird) / 3;
    expect(Math.abs(share(one) - expected)).toBeLessThan(0.1 * expected);
    expect(Math.abs(share(four) - expected)).toBeLessThan(0.1 * expected);
  });
});

it('is declared by every detector what it weighs before it is measured, and why', () => {
  for (const { id, binds, priorWeight } of detectors) {
    expect(priorWeight.account, id).toBeGreaterThan(0);
    expect(priorWeight.link !== undefined, id).toBe(binds);
    expect(priorWeight.why.length, id).toBeGreaterThan(20);
  }
});
