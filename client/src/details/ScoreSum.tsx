import { Text } from '@mantine/core';
import { Link } from 'wouter';
import type { NodeDetail } from '../../../domain/answers.ts';
import { words } from '../../../domain/words/index.ts';
import { addressOfSubject } from '../app/subject.ts';
import { useDetectorTitle } from '../findings/detector-titles.ts';
import { Section } from './Section.tsx';

const text = words.page.details;

/** A waterfall: what was likely before any evidence, each weight, and their sum. */
export function ScoreSum({ sum }: { sum: NonNullable<NodeDetail['sum']> }) {
  const title = useDetectorTitle();
  const total = sum.reasons.reduce((added, { weight }) => added + weight, sum.prior);
  return (
    <Section title={text.sum}>
      <Text size="xs" c="dimmed" mb={6}>
        {text.sumHint}
      </Text>
      <table className="sum">
        <tbody>
          <Step says={text.prior} amount={sum.prior} />
          {sum.reasons.map(({ name, weight, findings }) => (
            <Step
              key={name}
              says={saysOf(name, title)}
              amount={weight}
              href={findings.length === 1 ? addressOfSubject('finding', findings[0]!) : null}
            />
          ))}
        </tbody>
        <tfoot>
          <Step says={text.total} amount={total} />
        </tfoot>
      </table>
    </Section>
  );
}

function Step({ says, amount, href }: { says: string; amount: number; href?: string | null }) {
  const sign = amount < 0 ? '−' : '+';
  return (
    <tr>
      <th scope="row">
        {href ? (
          <Link className="text-link" href={href}>
            {says}
          </Link>
        ) : (
          says
        )}
      </th>
      <td>{`${sign}${Math.abs(amount).toFixed(2)}`}</td>
    </tr>
  );
}

function saysOf(name: string, title: (detector: string) => string): string {
  const [kind = '', what = ''] = name.split(':');
  return text.termOf(kind, kind === 'own' || kind === 'plain' ? title(what) : what);
}
