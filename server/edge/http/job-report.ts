import type { Response } from 'express';
import { jobReport } from '../../operations/watch/job-report.ts';
import type { Input, Served } from './served.ts';
import { fileShown } from './shown-evidence.ts';

/**
 * What a report may do in the frame in which the page shows it: be drawn with its own styles and pictures, and open its
 * links in the whole window. It runs nothing, asks nothing, and is of no origin.
 */
const reportPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-top-navigation-by-user-activation allow-popups',
].join('; ');

/** Sends the report of a job as a page. */
export async function sendJobReport(
  { database, settings, views }: Served,
  input: Input<'jobReport'>,
  response: Response,
): Promise<void> {
  const page = await jobReport(database, settings.home, input.params.job);
  views.shown(fileShown('jobReport', input));
  response.set('content-security-policy', reportPolicy).set('x-frame-options', 'SAMEORIGIN');
  response.status(200).type('text/html; charset=utf-8');
  response.send(page.replaceAll(/<a (?=[^>]*\bhref="https?:)/g, '<a target="_top" '));
}
