import { Checkbox, NativeSelect } from '@mantine/core';
import { columnsOf } from '../../../domain/schema/graph.ts';
import type { IntakeFile } from '../../../domain/intake.ts';
import {
  dateForms,
  delimiters,
  encodings,
  without,
  type FileMapping,
} from '../../../domain/mapping.ts';
import { messages } from '../../../domain/messages/later.ts';

const text = messages.intake.page;
/** Chosen without a look at the browser's own zone: where the analyst sits says nothing of the platform. */
const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

interface TextFormFieldsProps {
  file: IntakeFile;
  onChange: (reading: FileMapping, suggest?: boolean) => void;
}

/** How the file is written: encoding, delimiter, dates, zone, decimals. */
export function TextFormFields({ file: { format, reading }, onChange }: TextFormFieldsProps) {
  const kinds = new Set(
    reading.file ? Object.values(columnsOf(reading.file)).map(({ kind }) => kind) : [],
  );
  const dated = kinds.has('time') || kinds.has('date');
  return (
    <>
      <NativeSelect
        label={text.encoding}
        value={reading.encoding ?? 'utf-8'}
        data={encodings.map((value) => ({ value, label: text.encodings[value] }))}
        onChange={({ currentTarget: { value } }) => {
          const encoding = encodings.find((each) => each === value)!;
          onChange({ ...unmatched(reading), encoding }, true);
        }}
      />
      {format === 'csv' && (
        <NativeSelect
          label={text.delimiter}
          value={reading.delimiter ?? ','}
          data={delimiters.map((value) => ({ value, label: text.delimiters[value] }))}
          onChange={({ currentTarget: { value } }) => {
            const delimiter = delimiters.find((each) => each === value)!;
            onChange({ ...unmatched(reading), delimiter }, true);
          }}
        />
      )}
      {dated && (
        <NativeSelect
          label={text.dates}
          value={reading.dates ?? 'iso'}
          data={dateForms.map((value) => ({ value, label: text.dateForms[value] }))}
          onChange={({ currentTarget: { value } }) => {
            const rest = without(reading, 'dates');
            const dates = dateForms.find((each) => each === value)!;
            onChange(dates === 'iso' ? rest : { ...rest, dates });
          }}
        />
      )}
      {kinds.has('time') && (
        <NativeSelect
          label={text.zone}
          value={reading.zone ?? ''}
          data={[{ value: '', label: text.zoneNone }, ...offered(reading.zone)]}
          onChange={({ currentTarget: { value } }) => {
            const rest = without(reading, 'zone');
            onChange(value === '' ? rest : { ...rest, zone: value });
          }}
        />
      )}
      {kinds.has('decimal') && (
        <Checkbox
          className="intake-comma"
          label={text.comma}
          checked={reading.decimal_comma ?? false}
          onChange={({ currentTarget: { checked } }) => {
            const rest = without(reading, 'decimal_comma');
            onChange(checked ? { ...rest, decimal_comma: true } : rest);
          }}
        />
      )}
    </>
  );
}

/** In another encoding, or parted otherwise, the file has other columns. */
function unmatched({ file, encoding, delimiter }: FileMapping): FileMapping {
  return {
    columns: {},
    ...(file ? { file } : {}),
    ...(encoding ? { encoding } : {}),
    ...(delimiter ? { delimiter } : {}),
  };
}

/** A mapping may name an offset, which no list of zones holds. */
function offered(zone: string | undefined): string[] {
  return zone === undefined || zones.includes(zone) ? zones : [zone, ...zones];
}
