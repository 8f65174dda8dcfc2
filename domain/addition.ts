/** What an analyst knows from elsewhere and adds to a board by hand: no row of the data states it, and no detector reads it. */
import { z } from 'zod';
import { nodeTypeNames } from './schema/schema.ts';

/** How reliable a source is, by the Admiralty code; the 5×5×5 system's A to E say the same. */
export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
/** How likely it is that what it says is true, by the same code. */
export const credibilities = ['1', '2', '3', '4', '5', '6'] as const;

/** A node type of the schema, or none of them. */
export const addedTypes = [...nodeTypeNames, 'thing'] as const;
export type AddedType = (typeof addedTypes)[number];

/** Before the id of something added, where a reference of a node stands; no node type is called so. */
const addedPrefix = 'added:';

export function addedRef(id: string): string {
  return `${addedPrefix}${id}`;
}

/** The id of what was added, of a reference to it; null for a node of the graph. */
export function addedId(ref: string): string | null {
  return ref.startsWith(addedPrefix) ? ref.slice(addedPrefix.length) : null;
}

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const endSchema = z.string().min(3).max(20_000);

/** What whoever adds it says of where it is known from. */
const knownFrom = {
  source: z.string().trim().min(1).max(500),
  reliability: z.enum(reliabilities),
  credibility: z.enum(credibilities),
  /** The day since which, or on which, it is known. */
  known: day,
  note: z.string().trim().max(5_000).default(''),
};

const thing = {
  kind: z.literal('thing'),
  type: z.enum(addedTypes),
  name: z.string().trim().min(1).max(300),
  ...knownFrom,
};
const link = {
  kind: z.literal('link'),
  /** References of nodes on the board, or of what was added. */
  from: endSchema,
  to: endSchema,
  /** In plain words, from → to: "is the brother of". */
  says: z.string().trim().min(1).max(200),
  ...knownFrom,
};

/** Who wrote it and when, as the server saw it; null until it is saved. */
const stamp = { by: z.string().max(200).nullable(), at: z.string().max(40).nullable() };

/** What is written, without who wrote it. */
export const addedWritingSchema = z.discriminatedUnion('kind', [z.object(thing), z.object(link)]);
export type AddedWriting = z.infer<typeof addedWritingSchema>;

const written = {
  ...stamp,
  /** What it said before each change, and who had written that; oldest first. */
  earlier: z
    .array(z.object({ ...stamp, said: addedWritingSchema }))
    .max(1_000)
    .default([]),
  /** What a file that was opened says of who wrote it and when. */
  quoted: z.object(stamp).optional(),
};

export const additionSchema = z.discriminatedUnion('kind', [
  z.object({ ...thing, ...written }),
  z.object({ ...link, ...written }),
]);
export type Addition = z.infer<typeof additionSchema>;
export type AddedThing = Extract<Addition, { kind: 'thing' }>;
export type AddedLink = Extract<Addition, { kind: 'link' }>;

/** What it says alone, without who wrote it. */
export function writingOf(addition: Addition | AddedWriting): AddedWriting {
  return addedWritingSchema.parse(addition);
}

/** As analysts write it: `B2`. */
export function gradeOf({
  reliability,
  credibility,
}: Pick<Addition, 'reliability' | 'credibility'>): string {
  return `${reliability}${credibility}`;
}

/** Something added as it stands in files that leave the page: with its own id. */
export const listedAdditionSchema = additionSchema.and(z.object({ id: z.string().max(64) }));
export type ListedAddition = z.infer<typeof listedAdditionSchema>;
