import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';

/** Grows with each further paper of a sort, ever less. */
function growing(weight: number, papers: number): number {
  return 1 - (1 - weight) ** papers;
}

/** Whether the issuer of a paper cannot be asked; a platform on which all papers lack the contact keeps none. */
const issuerDoubtful = (facts: {
  issuer_is_account: number;
  issuer_free_mail: number;
  issuer_without_contact: number;
  usual_without_contact: number;
}) =>
  facts.issuer_is_account + facts.issuer_free_mail > 0 ||
  (facts.issuer_without_contact > 0 && facts.usual_without_contact < 1);

export default defineDetector({
  version: 1,
  indicators: ['M1', 'M2', 'C4', 'C8'],
  shows: {
    M1: issuerDoubtful,
    M2: ({ failed, poor_image, photo_under_names }) =>
      failed > 0 || poor_image > 0 || photo_under_names > 1,
    C4: ({ failed, photo_under_names }) => failed > 0 || photo_under_names > 1,
    C8: issuerDoubtful,
  },
  family: 'papers',
  binds: false,
  priorWeight: {
    account: 1.25,
    why: 'a paper that fails its check is seldom honest; a poor image often is',
  },
  role: 'operator',
  needs: [],
  parameters: {
    issued_kinds: {
      default: ['contract', 'invoice', 'diploma', 'statement'],
      why: 'papers that somebody else words and sends, whom one could ask',
    },
    free_domains: {
      default: [
        'gmail.com',
        'googlemail.com',
        'outlook.com',
        'hotmail.com',
        'live.com',
        'yahoo.com',
        'icloud.com',
        'aol.com',
        'gmx.de',
        'gmx.net',
        'web.de',
        'mail.ru',
        'yandex.ru',
        'qq.com',
        '163.com',
        '126.com',
        'naver.com',
        'daum.net',
        'hanmail.net',
        'proton.me',
        'protonmail.com',
        'mail.com',
        'zoho.com',
        'orange.fr',
        'laposte.net',
      ],
      why: 'anyone can have an address there, so it says nothing of the issuer, and two people who have one there are not one',
    },
    hub_papers: {
      default: 15,
      min: 2,
      why: 'a photo on more papers than this is a blank or an example',
      unit: 'papers',
    },
    most_shown: {
      default: 40,
      cites: true,
      min: 1,
      why: 'enough for a person to read; how many there are is said beside',
      unit: 'papers',
    },
  },
  facts: z.object({
    account: z.string(),
    failed: z.int(),
    poor_image: z.int(),
    /** Poor pictures after which a paper of the account passed: a better one was sent. */
    poor_then_passed: z.int(),
    passed: z.int(),
    /** Names under which a photo on its papers appears, on the whole platform. */
    photo_under_names: z.int(),
    photos_under_names: z.int(),
    issuer_is_account: z.int(),
    issuer_free_mail: z.int(),
    issuer_without_contact: z.int(),
    /** The share of all contracts and invoices of the platform that are without. */
    usual_without_contact: z.number(),
    issued_papers: z.int(),
  }),
  strength: (facts) => {
    const lone = facts.poor_image - facts.poor_then_passed;
    const weights = [
      growing(0.3, facts.failed) * (facts.passed > 0 ? 0.7 : 1),
      growing(0.12, lone),
      growing(0.04, facts.poor_then_passed),
      facts.photo_under_names > 1 ? 0.6 + 0.3 * (1 - 2 / facts.photo_under_names) : 0,
      growing(0.45, facts.issuer_is_account),
      growing(0.12, facts.issuer_free_mail),
      growing(0.12, facts.issuer_without_contact) * (1 - facts.usual_without_contact),
    ];
    return 0.97 * (1 - weights.reduce((rest, weight) => rest * (1 - weight), 1));
  },
  messages: {
    title: 'Papers that do not hold',
    bond: 'papers that do not hold',
    looksFor:
      'Accounts whose papers failed verification or stay unreadable, show one photo under several names, or come from an issuer whose only contact is the account’s own. Forged contracts and invoices carry as little to check as possible.',
    blindTo:
      'Good forgeries; stolen papers that are real; platforms that keep neither verification results nor issuers.',
    shows: {
      M1: 'a contract, invoice or the like has no contact of its issuer but the account’s own, a free one, or none',
      M2: 'a paper failed verification, is unreadable, or shows a photo under several names',
      C4: 'a paper failed verification, or shows a photo under several names',
      C8: 'as for M1',
    },
    benign: [
      'a poor camera: one unreadable picture, followed by a better one that passed',
      'a change of name by marriage, with one photo before and after',
      'a sole trader who writes invoices from a free mail address',
    ],
    headline: (facts) => {
      const papers = (count: number, what: string) =>
        count > 0 ? `${count} ${count === 1 ? 'paper' : 'papers'} ${what}` : null;
      const parts = [
        papers(facts.failed, 'failed verification'),
        papers(facts.poor_image, 'too poor to read'),
        facts.photo_under_names > 1 ? `one photo under ${facts.photo_under_names} names` : null,
        papers(facts.issuer_is_account, 'whose issuer has the account’s own contact'),
        papers(facts.issuer_free_mail, 'whose issuer has a free mail address'),
        papers(facts.issuer_without_contact, 'without any contact of the issuer'),
      ];
      return `${facts.account}: ${parts.filter((part) => part !== null).join(', ')}`;
    },
  },
});
