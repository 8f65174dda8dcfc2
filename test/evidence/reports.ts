import type { Language } from '../../domain/messages/language.ts';
import { reportHtml } from '../../server/platform/document/html-writer.ts';
import { reportPdf } from '../../server/platform/document/pdf-writer.ts';
import { exhibitReport } from '../../server/evidence/bundle-report/report.ts';
import type { Exhibit } from '../../server/evidence/exhibit/exhibit.ts';
import { pictureOf } from '../../server/evidence/picture/picture.ts';
import { withLocale } from '../../server/platform/locale.ts';
import { exhibit } from './exhibits.ts';

/** The report on an exhibit as a page, in the exhibit's language. */
export function pageOf(of: Exhibit): string {
  return withLocale(of.language, () => reportHtml(exhibitReport(of, pictureOf(of), [])));
}

export function pdfOf(of: Exhibit): Promise<Uint8Array> {
  return withLocale(of.language, () => reportPdf(exhibitReport(of, pictureOf(of), [])));
}

/** The small exhibit, with captions in four scripts, as data have them. */
export function inManyScripts(language: Language): Exhibit {
  const small = exhibit();
  const [account, other, payout] = small.nodes;
  return {
    ...small,
    language,
    nodes: [
      { ...account!, caption: scripts.korean },
      { ...other!, caption: scripts.arabic },
      { ...payout!, caption: scripts.cyrillic },
    ],
    rows: [...small.rows, { ...small.rows[0]!, line: 9, text: `p9,${scripts.chinese},12` }],
  };
}

export const scripts = {
  korean: '정성화',
  chinese: '银星网络科技',
  cyrillic: 'Владивосток Тест',
  arabic: 'محمد اختبار',
} as const;

/** Many findings, each of some rows, as a large cluster has them. */
export function largeExhibit({ findings, rows }: { findings: number; rows: number }): Exhibit {
  const small = exhibit();
  const [finding] = small.findings;
  const file = { file: 'logins.csv', sha256: 'c'.repeat(64) };
  const each = Math.ceil(rows / findings);
  const lineOf = (at: number, of: number) => 2 + at * each + of;
  return {
    ...small,
    findings: Array.from({ length: findings }, (_, at) => ({
      ...finding!,
      id: `F-${at}`,
      evidence: Array.from({ length: each }, (_of, of) => ({
        ...finding!.evidence[0]!,
        at: new Date(Date.UTC(2018, 0, 1 + at, of)).toISOString(),
        sources: [{ ...file, line: lineOf(at, of) }],
      })),
    })),
    rows: Array.from({ length: rows }, (_, index) => ({
      ...file,
      line: 2 + index,
      text: `login-${index},account-${index % 97},192.0.2.${index % 250},2018-01-02T03:04:05Z,device-${index % 31},"Mozilla/5.0 (X11; Linux x86_64)",success`,
      cells: [],
    })),
  };
}
