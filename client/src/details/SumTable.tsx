import { Text } from '@mantine/core';
import { Link } from 'wouter';
import { OnTopLink } from '../ui/OnTopLink.tsx';
import { decimal, inHundredths } from '../theme/formats.ts';
import { sumNotes } from './sum-notes.ts';

export interface Step {
  key: string;
  says: string;
  /** How the amount comes about. */
  note?: string;
  /** In log-odds. */
  amount: number;
  href?: string | null;
  /** What it names, each with the address where that is opened. */
  named?: readonly { says: string; href: string }[];
}

interface SumTableProps {
  steps: readonly Step[];
  total?: Step;
  /** The total makes the score of an account or a cluster. */
  scored?: boolean;
}

/** A waterfall: steps that add up, and what they come to; without a `total`, amounts side by side. */
export function SumTable({ steps, total, scored = false }: SumTableProps) {
  const amounts = steps.map(({ amount }) => amount);
  return (
    <>
      <table className="sum">
        <tbody>
          {steps.map((step) => (
            <Row key={step.key} step={step} />
          ))}
        </tbody>
        {total && (
          <tfoot>
            <Row step={total} />
          </tfoot>
        )}
      </table>
      {total &&
        sumNotes(amounts, total.amount, scored).map((note) => (
          <Text key={note} size="xs" c="dimmed" mt={4}>
            {note}
          </Text>
        ))}
    </>
  );
}

function Row({ step: { says, note, amount, href, named = [] } }: { step: Step }) {
  const sign = inHundredths(amount) < 0 ? '' : '+';
  return (
    <tr>
      <th scope="row">
        {href ? <OnTopLink href={href}>{says}</OnTopLink> : says}
        {note !== undefined && <span className="sum-note">{note}</span>}
        {named.map((one) => (
          <span key={one.href} className="sum-note">
            <Link className="text-link" href={one.href}>
              {one.says}
            </Link>
          </span>
        ))}
      </th>
      <td>{`${sign}${decimal(amount)}`}</td>
    </tr>
  );
}
