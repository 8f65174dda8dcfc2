import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { Evidence, Finding } from '../../domain/finding.ts';
import { EvidenceAside } from '../../server/detection/findings/evidence-aside.ts';
import { withScratch } from '../../server/platform/scratch.ts';
import { madeFinding } from '../triage/made-runs.ts';

function factOf(account: string): Evidence {
  const from = { type: 'account' as const, id: account };
  return { type: 'accounts', from, to: null, at: null, sources: [] };
}

/** With text that takes more bytes than letters. */
function found(id: string, evidence: Evidence[]): Finding {
  return { ...madeFinding(id, 'shared-payout', ['账户-ü'], 0.5), evidence };
}

describe('evidence that lies aside', () => {
  it('is given back as it was, in any order, and leaves the finding bare', () =>
    withScratch(tmpdir(), (scratch) => {
      const aside = new EvidenceAside(scratch.file());
      const many = Array.from({ length: 20_000 }, (_, at) => factOf(`账户-${at}`));
      const all = [found('F-1', [factOf('ü')]), found('F-2', []), found('F-3', many)];
      for (const { evidence, ...bare } of all)
        expect(aside.lay({ ...bare, evidence })).toEqual(bare);
      for (const { id, evidence } of all.toReversed()) {
        const { text, count } = aside.of(id);
        expect(JSON.parse(text)).toEqual(evidence);
        expect(count).toBe(evidence.length);
      }
      return Promise.resolve();
    }));

  it('of a finding that was never laid there is a fault', () =>
    withScratch(tmpdir(), (scratch) => {
      const aside = new EvidenceAside(scratch.file());
      expect(() => aside.of('F-1')).toThrow('F-1');
      return Promise.resolve();
    }));
});
