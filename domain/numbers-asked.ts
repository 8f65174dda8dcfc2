/** By which parts of a period the numbers may be asked, and which tables of them. */
export const bucketKinds = ['month', 'week'] as const;
export type BucketKind = (typeof bucketKinds)[number];

export const numbersTables = ['open', 'time', 'precision', 'money'] as const;
export type NumbersTable = (typeof numbersTables)[number];
