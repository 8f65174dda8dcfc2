/** Where data are brought in: `/data`, or `/data/<id>` of one intake; null elsewhere. */
export function intakeAt(path: string): { id: string | null } | null {
  const parts = /^\/data(?:\/([0-9a-f]+))?\/?$/.exec(path);
  return parts && { id: parts[1] ?? null };
}

export function addressOfIntake(id: string): string {
  return `/data/${id}`;
}
