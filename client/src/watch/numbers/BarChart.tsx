interface Bar {
  name: string;
  value: number;
  /** The value in words. */
  says: string;
}

interface BarChartProps {
  label: string;
  bars: readonly Bar[];
}

const height = 128;
const foot = 20;
const head = 18;
const tallest = height - foot - head;
/** So many names stand side by side on a phone. */
const mostNames = 6;

/** Bars of few values; the table beside it says the same. */
export function BarChart({ label, bars }: BarChartProps) {
  const most = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE);
  const width = 100 / bars.length;
  const step = Math.ceil(bars.length / mostNames);
  return (
    <svg className="numbers-chart" height={height} role="img" aria-label={label}>
      {bars.map(({ name, value, says }, at) => {
        const size = (value / most) * tallest;
        const middle = `${(at + 0.5) * width}%`;
        return (
          <g key={name}>
            <rect
              x={`${(at + 0.2) * width}%`}
              width={`${0.6 * width}%`}
              y={height - foot - size}
              height={size}
            />
            {(at % step === 0 || value === most) && (
              <text x={middle} y={height - foot - size - 5}>
                {says}
              </text>
            )}
            {at % step === 0 && (
              <text x={middle} y={height - 5} className="numbers-name">
                {name}
              </text>
            )}
          </g>
        );
      })}
      <line x1="0" x2="100%" y1={height - foot} y2={height - foot} />
    </svg>
  );
}
