import { Text } from '@mantine/core';
import { exceptedShare } from '../../../domain/exception.ts';
import type { NodeDetail } from '../../../domain/answers.ts';
import { messages } from '../../../domain/messages/later.ts';
import { addressOfSubject } from '../subject/subject.ts';
import { useDetectorTitle } from '../detection/detector-titles.ts';
import { Section } from '../ui/Section.tsx';
import { SumTable } from './SumTable.tsx';

const text = messages.page.details;

/** How the score of an account adds up: what was likely before any evidence, each weight, and their sum. */
export function ScoreSum({
  sum,
  cluster,
}: {
  sum: NonNullable<NodeDetail['sum']>;
  /** That it is in, or null. */
  cluster: string | null;
}) {
  const title = useDetectorTitle();
  const total = sum.reasons.reduce((added, { weight }) => added + weight, sum.prior);
  return (
    <Section title={text.sum}>
      <Text size="xs" c="dimmed" mb={6}>
        {text.sumHint}
      </Text>
      <SumTable
        steps={[
          { key: 'prior', says: text.prior, amount: sum.prior },
          ...sum.reasons.map(({ name, weight, findings, excepted, same_rows_as: same }) => ({
            key: name,
            says: [
              saysOf(name, title),
              ...(excepted ? [messages.exceptions.lowered(exceptedShare, excepted)] : []),
              ...(same === undefined ? [] : [text.sameRows]),
            ].join(' – '),
            amount: weight,
            href: addressOfReason(name, findings, cluster),
          })),
        ]}
        total={{ key: 'total', says: text.total, amount: total }}
        scored
      />
    </Section>
  );
}

function saysOf(name: string, title: (detector: string) => string): string {
  const [kind = '', what = ''] = name.split(':');
  return messages.groupSum.accountTermOf(
    kind,
    kind === 'own' || kind === 'plain' ? title(what) : what,
  );
}

/** Where a step is explained: that of a group with its cluster. */
function addressOfReason(
  name: string,
  findings: readonly string[],
  cluster: string | null,
): string | null {
  if (name === 'belongs:group') return cluster && addressOfSubject('cluster', cluster);
  return findings.length === 1 ? addressOfSubject('finding', findings[0]!) : null;
}
