import { describe, expect, it } from 'vitest';
import { messagesIn } from '../../domain/messages/index.ts';
import { que } from '../../languages/fr/typography.ts';

const { groupSum } = messagesIn('fr');

describe('French', () => {
  it('elides before a vowel alone', () => {
    expect(que('une agence')).toBe('qu’une agence');
    expect(que('Étude')).toBe('qu’Étude');
    expect(que('le hasard seul')).toBe('que le hasard seul');
  });

  it('says a scheme rather than each honest explanation', () => {
    const said = Object.values(groupSum.explanations).map((one) => groupSum.prior(one));
    expect(said).toContain('Un dispositif plutôt qu’une agence ou un employeur, avant tout indice');
    expect(said).toContain('Un dispositif plutôt que le hasard seul, avant tout indice');
    for (const one of said) expect(one).not.toMatch(/\bque [aeiouyé]/i);
  });
});
