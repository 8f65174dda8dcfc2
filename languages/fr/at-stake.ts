import type { Given } from '../../domain/given.ts';
import type { BrowserMessages } from '../../domain/messages/browser.ts';
import { count, french } from './typography.ts';

export const atStakeMessages = {
  order: 'Selon la vraisemblance et l’enjeu',
  total: (sum) => french`Vraisemblance et enjeu ensemble : ${sum}`,
  totalHint: 'Ce qui ordonne cette liste. La page d’un groupe dit comment cela s’additionne.',
  orderByScore: 'Le score le plus haut d’abord',
  listed: (entries) => `mène à ${count(entries, 'partie inscrite', 'parties inscrites')}`,
  entry: (list, name, more) =>
    french`${list} : ${name}${more > 0 ? ` et ${more.toLocaleString('fr-FR')} de plus` : ''}`,
  hiredBy: (clients, more) =>
    `engagés ou notés par ${[...clients, ...(more > 0 ? [`${more.toLocaleString('fr-FR')} de plus`] : [])].join(' et ')}`,
  money: (amount, since) => `${amount} depuis le ${since}`,
  moreCurrencies: (more) => `et ${count(more, 'autre monnaie', 'autres monnaies')}`,
  active: (members, since) =>
    `${count(members, 'membre actif', 'membres actifs')} depuis le ${since}`,
  quiet: (last) => `silencieux depuis le ${last}`,
  growing: (joined, since) => `${count(joined, 'venu', 'venus')} depuis le ${since}`,
  victims: (clients) => count(clients, 'client du dehors', 'clients du dehors'),
  title: 'En jeu',
} satisfies Given<BrowserMessages['atStake']>;
