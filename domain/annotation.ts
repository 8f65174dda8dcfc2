/** What an analyst draws on a chart to explain it: areas, arrows and words, at places of the drawing. */
import { z } from 'zod';

export const annotationColours = ['grey', 'blue', 'red', 'green', 'gold'] as const;
export type AnnotationColour = (typeof annotationColours)[number];

const coordinate = z.number().min(-1e7).max(1e7);
/** x to the right and y upwards, as nodes lie. */
const point = z.tuple([coordinate, coordinate]);
const shared = {
  text: z.string().max(500).default(''),
  colour: z.enum(annotationColours).default('grey'),
};

/** An area and an arrow lie between two points: opposite corners, or where it begins and where its head is. */
export const annotationSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rectangle'), from: point, to: point, ...shared }),
  z.object({ kind: z.literal('ellipse'), from: point, to: point, ...shared }),
  z.object({ kind: z.literal('arrow'), from: point, to: point, ...shared }),
  z.object({ kind: z.literal('text'), from: point, ...shared }),
]);
export type Annotation = z.infer<typeof annotationSchema>;
export type AnnotationKind = Annotation['kind'];
export const annotationKinds = ['rectangle', 'ellipse', 'arrow', 'text'] as const;
