/** Where the operator lets reports go and data come from. */
import { z } from 'zod';

const folders = z
  .array(z.string())
  .meta({ description: 'absolute; what lies in them is allowed too' });
const hosts = z.array(z.string()).meta({
  description:
    'host or host:port; an address or block (10.0.0.0/8) also allows names to lead there, which only public addresses else may be',
});

/** The operator's allow-list as it is in force, the product's own folders first. */
export const allowListSchema = z.object({
  /** The operator's file in which more can be named. */
  file: z.string(),
  reports: z.object({
    folders,
    hosts,
    mail_domains: z.array(z.string()).meta({ description: 'what stands behind the @' }),
  }),
  inboxes: z.object({ folders }),
  feeds: z.object({ folders, hosts }),
  /** Services that may be asked about nodes. */
  enrichment: z.object({ hosts }).default({ hosts: [] }),
});
export type AllowList = z.infer<typeof allowListSchema>;
