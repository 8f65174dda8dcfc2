interface PrecisionBarProps {
  precision: number;
  low: number;
  high: number;
}

const width = 96;
const at = (share: number) => 2 + share * (width - 4);

/** A share on a line from none to all, with its interval; the words beside it say the same. */
export function PrecisionBar({ precision, low, high }: PrecisionBarProps) {
  return (
    <svg className="numbers-interval" width={width} height={12} aria-hidden>
      <line x1={at(0)} x2={at(1)} y1={6} y2={6} />
      <line className="numbers-range" x1={at(low)} x2={at(high)} y1={6} y2={6} />
      <rect x={at(precision) - 2} width={4} y={1} height={10} />
    </svg>
  );
}
