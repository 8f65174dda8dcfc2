/** Kinds of personal value that an export can mask. */
export const maskKinds = ['email', 'phone', 'document_number', 'address'] as const;
export type MaskKind = (typeof maskKinds)[number];
