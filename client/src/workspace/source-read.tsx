import { useState, type ReactNode } from 'react';
import type { Source } from '../../../domain/finding.ts';
import { createSlice } from '../state/create-slice.ts';

const [SourceSlice, useSourceRead] = createSlice<Source | null>('source');
const [ReadSourceSlice, useReadSource] = createSlice<(source: Source | null) => void>('readSource');

export {
  /** The row of a file that is being read; null for none. */
  useSourceRead,
  /** Opens a row of a file beside the page; null closes it. */
  useReadSource,
};

/** Keeps which row of a file is being read. */
export function SourceReadProvider({ children }: { children: ReactNode }) {
  const [source, readSource] = useState<Source | null>(null);
  return (
    <ReadSourceSlice value={readSource}>
      <SourceSlice value={source}>{children}</SourceSlice>
    </ReadSourceSlice>
  );
}
