import {
  deliveryFormats,
  type DeliveryFormat,
  type Recipient,
} from '../../../domain/input/delivery.ts';
import type { Language } from '../../../domain/messages/language.ts';
import { enqueue } from '../delivery/enqueue.ts';
import type { ToldReport } from '../delivery/report.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { makeReport } from '../../evidence/report/report.ts';
import type { Deliver } from './work.ts';

const mediaTypes: Readonly<Record<DeliveryFormat, string>> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
};

/** Keeps the report of the run in the database for each recipient; from there it is sent until it has arrived. */
export const deliverReport: Deliver = async ({ database, link, plan, run }) => {
  if (plan.recipients.length === 0) return;
  const told: Record<Language, ToldReport> = {};
  for (const language of new Set(plan.recipients.map((recipient) => recipient.language)))
    told[language] = await toldIn(database, run, { language, link, recipients: plan.recipients });
  await enqueue(database, { id: `report-${run}`, run, told }, plan.recipients, () => new Date());
};

interface Asked {
  language: Language;
  link: string | null;
  recipients: readonly Recipient[];
}

async function toldIn(
  database: Database,
  run: string,
  { language, link, recipients }: Asked,
): Promise<ToldReport> {
  const report = await makeReport(database, { run, language, link });
  const wanted = new Set(
    recipients.filter((one) => one.language === language).flatMap(({ formats }) => formats),
  );
  const files: ToldReport['files'][number][] = [];
  for (const format of deliveryFormats.filter((one) => wanted.has(one)))
    files.push({
      name: `report.${format}`,
      format,
      mediaType: mediaTypes[format],
      bytes: Buffer.from(await report.file(format)),
    });
  return {
    subject: `${report.title}: ${report.headline}`,
    summary: report.headline,
    html: report.html((image) => `cid:${cidOf(image)}`),
    pictures: report.images.map(({ bytes }, image) => ({
      cid: cidOf(image),
      name: `picture-${image + 1}.png`,
      mediaType: 'image/png',
      bytes,
    })),
    files,
    link,
  };
}

function cidOf(image: number): string {
  return `picture-${image + 1}@skein`;
}
