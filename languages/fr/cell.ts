import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, figure, french } from './typography.ts';

export const cellMessages = {
  tooLong: (length, most) =>
    french`compte ${count(length, 'caractère', 'caractères')} ; ${figure(most)} au plus ${most < 2 ? 'est conservé' : 'sont conservés'}`,
  notTime: french`n’est pas un instant ; écrivez-le 2024-05-31T14:00:00Z`,
  noZone: french`n’a pas de fuseau horaire ; terminez par Z ou par un décalage tel que +09:00`,
  noSuchTime: 'n’est pas un instant qui existe',
  timeOutside: 'est hors des années 0 à 9999',
  notDate: french`n’est pas une date ; écrivez-la 2024-05-31 (ou 2024-05, 2024)`,
  notCountry: 'n’est pas un code de pays ISO 3166-1 alpha-2 tel que KR',
  notCurrency: 'n’est pas un code de devise ISO 4217 tel que USD',
  notDecimal: french`n’est pas un nombre ; écrivez-le avec un point, sans séparateur de milliers : 1250.50`,
  notInteger: 'n’est pas un nombre entier',
  notOneOf: (values) => `n’est pas l’un de ${values.join(', ')}`,
  listTooLong: (items, most) =>
    french`compte ${count(items, 'élément', 'éléments')} ; ${figure(most)} au plus ${most < 2 ? 'est conservé' : 'sont conservés'}`,
  itemTooLong: (most) => `a un élément de plus de ${count(most, 'caractère', 'caractères')}`,
  notIp: 'n’est pas une adresse IPv4 ou IPv6',
  notHex: 'n’est pas hexadécimal',
} satisfies Given<Messages['cell']>;
