import { NativeSelect } from '@mantine/core';
import { fileNames, fileOf } from '../../../domain/schema/graph.ts';
import type { IntakeFile } from '../../../domain/intake.ts';
import type { FileMapping } from '../../../domain/mapping.ts';
import { messages } from '../../../domain/messages/later.ts';
import { spaced } from '../theme/formats.ts';

const text = messages.intake.page;

interface FilePurposeProps {
  file: IntakeFile;
  onChange: (reading: FileMapping) => void;
}

/** Which of the contract's files it is, each with its meaning; another one has its columns matched anew. */
export function FilePurpose({ file: { name, why, reading }, onChange }: FilePurposeProps) {
  const options = fileNames.map((file) => ({
    value: file,
    label: `${spaced(file)}: ${fileOf(file).about}`,
  }));
  const form = {
    ...(reading.encoding ? { encoding: reading.encoding } : {}),
    ...(reading.delimiter ? { delimiter: reading.delimiter } : {}),
  };
  return (
    <NativeSelect
      className="intake-purpose"
      label={text.is}
      aria-label={text.isLabel(name)}
      description={why === null ? null : text.reason(why)}
      inputWrapperOrder={['label', 'input', 'description']}
      value={reading.file ?? ''}
      data={[{ value: '', label: text.isNothing, disabled: true }, ...options]}
      onChange={({ currentTarget: { value } }) => {
        const chosen = fileNames.find((file) => file === value);
        if (chosen) onChange({ columns: {}, ...form, file: chosen });
      }}
    />
  );
}
