import { Link } from 'wouter';
import { decimal } from '../theme/formats.ts';

export interface Step {
  key: string;
  says: string;
  /** How the amount comes about. */
  note?: string;
  /** In log-odds. */
  amount: number;
  href?: string | null;
}

/** A waterfall: steps that add up, and what they come to; without a `total`, amounts side by side. */
export function SumTable({ steps, total }: { steps: readonly Step[]; total?: Step }) {
  return (
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
  );
}

function Row({ step: { says, note, amount, href } }: { step: Step }) {
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
        {note !== undefined && <span className="sum-note">{note}</span>}
      </th>
      <td>{`${sign}${decimal(Math.abs(amount))}`}</td>
    </tr>
  );
}
