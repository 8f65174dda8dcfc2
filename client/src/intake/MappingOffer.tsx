import { Alert, Button, Group, Text } from '@mantine/core';
import { sameColumns, type IntakeFile, type SavedMapping } from '../../../domain/intake.ts';
import type { FileMapping } from '../../../domain/mapping.ts';
import { messages } from '../../../domain/messages/later.ts';
import { day } from '../theme/formats.ts';
import { useMappings } from './queries.ts';

const text = messages.intake.page;

interface MappingOfferProps {
  file: IntakeFile;
  onUse: (reading: FileMapping) => void;
}

/** Offers what was saved for a file of the same columns; says so where the file is read that way already. */
export function MappingOffer({ file, onUse }: MappingOfferProps) {
  const { data } = useMappings();
  const offers = (data?.items ?? []).flatMap((saved) => offersOf(saved, file));
  const used = offers.find(({ reading }) => same(reading, file.reading));
  if (used)
    return (
      <Text size="sm" c="dimmed" mb={6}>
        {text.offerUsed(used.saved.name)}
      </Text>
    );
  return offers.slice(0, 3).map(({ saved, reading }) => (
    <Alert key={saved.id} color="blue" mb="sm" py={8}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" className="breaks">
          {text.offer(saved.name, saved.by, day(saved.saved) ?? '')}
        </Text>
        <Button size="xs" variant="default" className="fixed-size" onClick={() => onUse(reading)}>
          {text.offerUse}
        </Button>
      </Group>
    </Alert>
  ));
}

function offersOf(saved: SavedMapping, file: IntakeFile) {
  const columns = file.columns.map(({ name }) => name);
  const stem = Object.keys(saved.headers).find((name) =>
    sameColumns(saved.headers[name]!, columns),
  );
  const reading = stem === undefined ? undefined : saved.mapping.files[stem];
  return reading ? [{ saved, reading }] : [];
}

/** Whatever the order in which they were said. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, ordered) === JSON.stringify(b, ordered);
}

function ordered(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
