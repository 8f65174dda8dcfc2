/** Kinds of personal value that an export can mask. */
import { z } from 'zod';

export const maskKinds = ['email', 'phone', 'document_number', 'address'] as const;
export const maskKindSchema = z.enum(maskKinds);
export type MaskKind = (typeof maskKinds)[number];
