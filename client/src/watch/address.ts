/** The sections of the watch, as its address names them. */
export const watchSections = ['changes', 'schedules', 'deliveries', 'lists', 'numbers'] as const;
export type WatchSection = (typeof watchSections)[number];

/** Where the watch is: `/watch`, `/watch/<section>` or `/watch/<section>/<id>`; null elsewhere. */
export function watchAt(path: string): { section: WatchSection; id: string | null } | null {
  const parts = /^\/watch(?:\/([a-z]+)(?:\/([\w-]+))?)?\/?$/.exec(path);
  if (!parts) return null;
  const section = watchSections.find((one) => one === (parts[1] ?? 'changes'));
  return section ? { section, id: parts[2] ?? null } : null;
}

/** The job whose report is open, beside the section. */
export const reportParameter = 'report';

export function addressOfWatch(section: WatchSection, id?: string): string {
  return `/watch/${section}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;
}
