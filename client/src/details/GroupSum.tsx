import { Text } from '@mantine/core';
import type { HonestExplanation } from '../../../domain/honest-explanation.ts';
import type { GroupSum as Sum, GroupTerm } from '../../../domain/finding.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/later.ts';
import { addressOfSubject } from '../subject/subject.ts';
import { decimal } from '../theme/formats.ts';
import { Section } from '../ui/Section.tsx';
import { SumTable } from './SumTable.tsx';

const text = messages.groupSum;

/** How accounts were judged as one: against the honest explanation that fits best, and which fits next best. */
export function GroupSum({ sum, accounts }: { sum: Sum; accounts: number }) {
  const [best, second] = sum.rivals;
  return (
    <Section title={text.title}>
      <Text size="sm" mb={6}>
        {text.fitsBest(nameOf(best!.explanation))}
        {second && ` ${saysNext(second, second.total - best!.total)}`}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {text.hint}
      </Text>
      <SumTable
        steps={[
          { key: 'prior', says: text.prior(nameOf(best!.explanation)), amount: sum.prior },
          ...sum.terms.map((term) => ({
            key: term.name,
            says: saysOf(term, accounts),
            amount: term.weight,
            href:
              term.findings.length === 1 ? addressOfSubject('finding', term.findings[0]!) : null,
            named: term.clients?.map(({ client, members, hired }) => ({
              says: text.client(client, members, hired),
              href: addressOfSubject('node', formatRef({ type: 'account', id: client })),
            })),
          })),
        ]}
        total={{ key: 'total', says: text.total, amount: sum.total }}
        scored
      />
      <details>
        <Text component="summary" size="sm" mt={8}>
          {text.rivals}
        </Text>
        <SumTable
          steps={sum.rivals.map(({ explanation, total }) => ({
            key: explanation,
            says: nameOf(explanation),
            amount: total,
          }))}
        />
      </details>
    </Section>
  );
}

/** Less, in log-odds, tells no two explanations apart. */
const tellsApart = 0.5;

function saysNext({ explanation }: Sum['rivals'][number], margin: number): string {
  const says = margin < tellsApart ? text.nearly : text.second;
  return says(nameOf(explanation), decimal(margin));
}

function nameOf(explanation: HonestExplanation): string {
  return text.explanations[explanation];
}

function saysOf(term: GroupTerm, of: number): string {
  const { name, accounts, full, weight, exits = [] } = term;
  const [kind = '', what = ''] = name.split(':');
  const says = text.termOf(kind, what, what);
  const whose = kind === 'group' || kind === 'platform' ? '' : ` – ${text.ofThem(accounts, of)}`;
  const taken = full - weight;
  const explained = taken >= leastTaken ? `, ${text.explained(decimal(taken), decimal(full))}` : '';
  const which = exits
    .map(({ network, members, users }) => text.exit(network, members, users))
    .join('; ');
  return `${says}${whose}${explained}${which && ` (${which})`}`;
}

/** In log-odds: less would be shown as nothing. */
const leastTaken = 0.05;
