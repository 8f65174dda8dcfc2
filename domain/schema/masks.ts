/**
 * Kinds of personal value that an export can mask. Where one value is of several of those that are asked for, it is masked
 * as the first of them here.
 */
export const maskKinds = [
  'email',
  'phone',
  'document_number',
  'address',
  'name',
  'birth_date',
  'ip',
  'account_id',
] as const;
export type MaskKind = (typeof maskKinds)[number];

/** What a column holds that an export can mask. `as-field`: what the column named in `field` holds. */
export type Masked = MaskKind | 'as-field' | MaskedBy;

/** What is told by another column of the row, by the value that stands there; nothing where it is not named. */
export interface MaskedBy<Name extends string = string> {
  by: Name;
  of: Readonly<Record<string, MaskKind>>;
}
