import { NativeSelect } from '@mantine/core';
import { without, type FileMapping } from '../../../domain/mapping.ts';
import { messages } from '../../../domain/messages/later.ts';

const text = messages.intake.page;

interface EnumWordsProps {
  column: string;
  allowed: readonly string[];
  /** The file's words that are none of them. */
  strange: readonly string[];
  reading: FileMapping;
  onChange: (reading: FileMapping) => void;
}

/** What the file's own words of a column mean. */
export function EnumWords({ column, allowed, strange, reading, onChange }: EnumWordsProps) {
  const meant = reading.values?.[column] ?? {};
  const choose = (word: string, value: string) => {
    const now = butFor(meant, word, value === '' ? null : value);
    const values = butFor(reading.values ?? {}, column, Object.keys(now).length > 0 ? now : null);
    const rest = without(reading, 'values');
    onChange(Object.keys(values).length > 0 ? { ...rest, values } : rest);
  };
  return (
    <div className="enum-words" role="group" aria-label={text.words(column)}>
      {strange.map((word) => (
        <NativeSelect
          key={word}
          size="xs"
          label={text.word(word)}
          value={meant[word] ?? ''}
          data={[{ value: '', label: text.wordNothing }, ...allowed]}
          onChange={({ currentTarget }) => choose(word, currentTarget.value)}
        />
      ))}
    </div>
  );
}

/** The same with another value of the key, or with none. */
function butFor<T>(
  of: Readonly<Record<string, T>>,
  key: string,
  value: T | null,
): Record<string, T> {
  const others = Object.entries(of).filter(([each]) => each !== key);
  return Object.fromEntries(value === null ? others : [...others, [key, value]]);
}
