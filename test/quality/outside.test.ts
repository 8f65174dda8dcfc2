import { expect, it } from 'vitest';
import { fitWeights } from '../../quality/fit.ts';
import { catalogue } from '../../server/detection/catalogue/catalogue.ts';
import { shippedWeights } from '../../server/detection/weights/weights.ts';

const world = (name: string) => ({
  ...{ name, accounts: ['a', 'b'], findings: [], exitUses: [], hires: [], labels: [], groups: [] },
  seconds: { load: 0, detect: 0 },
});

it('refuses to fit anything on a platform that is there to measure by', async () => {
  const options = { detectors: await catalogue(), assumed: shippedWeights() };
  const first = ['first', [world('first-10-1')]] as const;
  const outside = ['outside-a', [world('outside-a-10-0')]] as const;
  expect(() => fitWeights(new Map([first, outside]), options)).toThrow(
    'outside-a-10-0 is there to measure by',
  );
  expect(fitWeights(new Map([first]), options).group).toEqual(options.assumed.group);
});
