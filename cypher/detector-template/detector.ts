import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count as countInEnglish } from '../../domain/words/en/typography.ts';
import { count, french } from '../../domain/words/fr/typography.ts';

export default defineDetector({
  version: 1,
  indicators: ['C5'],
  family: 'contacts',
  binds: true,
  role: 'operator',
  needs: ['declared-together'],
  parameters: {
    most_accounts: {
      default: 12,
      min: 2,
      why: 'more accounts than one hand has sent to one place: a forwarder, a depot, an office',
      unit: 'accounts',
    },
  },
  facts: z.object({
    accounts: z.int(),
    /** Of them, counting those who are openly connected as one. */
    unrelated: z.int(),
    shipments: z.int(),
  }),
  // Those who are openly connected share an address as a rule; each stranger takes away half of the doubt.
  strength: ({ unrelated }) => (unrelated > 1 ? 0.7 * (1 - 0.5 ** (unrelated - 1)) : 0.05),
  words: {
    en: {
      title: 'Shipments of several accounts to one address',
      bond: 'one place of delivery',
      looksFor:
        'Accounts that have equipment or papers sent to one address, though nothing connects them.',
      blindTo: 'Addresses that are written in several ways; accounts that nothing was sent to.',
      benign: [
        'a family or flatmates',
        'a depot or forwarder',
        'an employer that receives for its people',
      ],
      headline: ({ accounts, shipments }) =>
        `${countInEnglish(shipments, 'shipment', 'shipments')} of ${countInEnglish(accounts, 'account', 'accounts')} to one address`,
    },
    fr: {
      title: 'Envois de plusieurs comptes à une adresse',
      bond: 'un même lieu de livraison',
      looksFor:
        'Des comptes qui font envoyer du matériel ou des papiers à une même adresse, alors que rien ne les relie.',
      blindTo: french`Les adresses écrites de plusieurs façons ; les comptes auxquels rien n’a été envoyé.`,
      benign: [
        'une famille ou des colocataires',
        'un dépôt ou un transitaire',
        'un employeur qui reçoit pour les siens',
      ],
      headline: ({ accounts, shipments }) =>
        `${count(shipments, 'envoi', 'envois')} de ${count(accounts, 'compte', 'comptes')} à une même adresse`,
      parameters: {
        most_accounts: {
          name: 'comptes au plus',
          why: french`plus de comptes qu’une seule main n’en fait livrer au même lieu : un transitaire, un dépôt, un bureau`,
          unit: 'comptes',
        },
      },
      facts: {
        accounts: 'comptes',
        unrelated: 'dont sans lien déclaré',
        shipments: 'envois',
      },
    },
  },
});
