import { TextInput } from '@mantine/core';
import { messages } from '../../../domain/messages/later.ts';
import { nameIn } from '../detection/detector-titles.ts';
import { said, type Written, type Tuned } from './values.ts';

const text = messages.trialPage;

interface ParameterFieldsProps {
  detector: Tuned;
  written: Written;
  problems: Readonly<Record<string, string>>;
  onChange: (name: string, value: string) => void;
}

/** A field for each parameter, with why it is as it is, in what range it may be, and what is in force. */
export function ParameterFields({ detector, written, problems, onChange }: ParameterFieldsProps) {
  return (
    <div className="trial-fields">
      {detector.parameters.map((parameter) => {
        const { name, unit } = parameter;
        return (
          <TextInput
            key={name}
            label={unit === null ? nameIn(detector, name) : `${nameIn(detector, name)} (${unit})`}
            description={about(detector, parameter)}
            inputMode={typeof parameter.default === 'number' ? 'decimal' : 'text'}
            value={written[name] ?? ''}
            error={problems[name]}
            classNames={{ error: 'trial-problem' }}
            onChange={({ currentTarget }) => onChange(name, currentTarget.value)}
          />
        );
      })}
    </div>
  );
}

function about(
  { in_force }: Tuned,
  { name, default: usual, min, max, why }: Tuned['parameters'][number],
): string {
  const set = in_force?.values[name];
  const parts = [
    text.declared(said(usual) || text.empty),
    ...(set === undefined ? [] : [text.inForce(said(set) || text.empty)]),
    ...(min === null && max === null ? [] : [text.between(min, max)]),
    ...(typeof usual === 'object' ? [text.list] : []),
  ];
  return `${why} – ${parts.join(', ')}`;
}
