import { useCallback, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { createSlice } from '../state/create-slice.ts';

const [AnnouncedSlice, useAnnounced] = createSlice<string | null>('announced');
const [AnnounceSlice, useAnnounce] = createSlice<(text: string) => void>('announce');

export {
  /** What was announced last; null where nothing was since another thing was opened. */
  useAnnounced,
  /** Says what has just changed to those who hear the page. It stays the same function. */
  useAnnounce,
};

interface AnnouncementsProps {
  /** What the page has open: of another, nothing has been announced yet. */
  of: unknown;
  children: ReactNode;
}

/** Keeps what has just changed, for those who hear the page. */
export function AnnouncementsProvider({ of, children }: AnnouncementsProps) {
  const [said, setSaid] = useState<{ of: unknown; text: string } | null>(null);
  const opened = useRef(of);
  useLayoutEffect(() => {
    opened.current = of;
  });
  const announce = useCallback((text: string) => setSaid({ of: opened.current, text }), []);
  return (
    <AnnounceSlice value={announce}>
      <AnnouncedSlice value={said?.of === of ? (said?.text ?? null) : null}>
        {children}
      </AnnouncedSlice>
    </AnnounceSlice>
  );
}
