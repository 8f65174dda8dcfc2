/** Which values of a detector's parameters are in force; each change is kept, with who, when and why. */
import { z } from 'zod';
import { saidSchema } from './disposition.ts';

export const parameterValueSchema = z.union([z.number(), z.string(), z.array(z.string())]);
export type ParameterValue = z.infer<typeof parameterValueSchema>;

/** By name of the parameter. */
export const valuesSchema = z.record(z.string(), parameterValueSchema);
export type Values = z.infer<typeof valuesSchema>;

/** By id of the detector, those of its parameters that are to have another value than is in force. */
export const parameterChangesSchema = z.record(z.string(), valuesSchema);
export type ParameterChanges = z.infer<typeof parameterChangesSchema>;

/** One change of a detector's parameters; the latest is in force from the next run on. */
export const parameterRevisionSchema = z.object({
  detector: z.string(),
  /** Counts from 1; at 0 all is as declared. */
  revision: z.int().min(1),
  /** Those that are not as declared; none when all went back to that. */
  values: valuesSchema,
  why: z.string(),
  /** The trial that it rests on. */
  trial: z.string().nullable(),
  by: z.string(),
  at: z.string(),
});
export type ParameterRevision = z.infer<typeof parameterRevisionSchema>;

/** What a person asks to be put in force, in the place of what is. */
export const puttingInForceSchema = z.object({
  values: valuesSchema.meta({
    description: 'what is left out is as declared; {} brings all back to that',
  }),
  why: saidSchema,
  /** The revision that whoever changes it has seen. */
  rests_on: z.int().min(0),
  trial: z.string().nullable().default(null).meta({ description: 'id of a trial of these values' }),
});
export type ParameterActivation = z.output<typeof puttingInForceSchema>;
