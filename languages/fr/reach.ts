import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { french } from './typography.ts';

const named = (allowed: readonly string[]) =>
  allowed.length === 0
    ? 'rien n’est encore autorisé'
    : french`sont autorisés : ${allowed.join(', ')}`;

export const reachMessages = {
  reportFolder: (path, allowed, file) =>
    `L’exploitant n’autorise pas de rapports dans ${path} (${named(allowed)}). Pour l’autoriser, il faut nommer le dossier sous reports.folders dans ${file}.`,
  webhookHost: (host, allowed, file) =>
    `L’exploitant n’autorise pas de webhooks vers ${host} (${named(allowed)}). Pour l’autoriser, il faut nommer l’hôte sous reports.hosts dans ${file}.`,
  mailDomain: (domain, allowed, file) =>
    `L’exploitant n’autorise pas de courrier vers ${domain} (${named(allowed)}). Pour l’autoriser, il faut nommer le domaine sous reports.mail_domains dans ${file}.`,
  inbox: (path, allowed, file) =>
    `L’exploitant n’autorise pas la boîte de dépôt ${path} (${named(allowed)}). Pour l’autoriser, il faut nommer le dossier sous inboxes.folders dans ${file}.`,
  feedFolder: (path, allowed, file) =>
    `L’exploitant n’autorise pas de flux depuis ${path} (${named(allowed)}). Pour l’autoriser, il faut nommer le dossier sous feeds.folders dans ${file}.`,
  feedHost: (host, allowed, file) =>
    `L’exploitant n’autorise pas de flux depuis ${host} (${named(allowed)}). Pour l’autoriser, il faut nommer l’hôte sous feeds.hosts dans ${file}.`,
  leadsWithin: (host, list) =>
    french`${host} mène à une adresse de cette machine ou d’un réseau privé, que l’exploitant doit autoriser elle-même : l’adresse, ou un bloc tel que 10.0.0.0/8, sous ${list}.`,
  linkedAway: (path) =>
    `${path} mène hors du dossier que l’exploitant autorise. Ôtez le lien, ou faites autoriser le dossier auquel il mène.`,
  unusualFile: (path) => `${path} n’est pas un fichier ordinaire, et n’est pas lu.`,
  file: {
    unreadable: (file, why) => french`Le fichier ${file} ne peut être lu : ${why}.`,
    notJson: (file, why) => french`Le fichier ${file} n’est pas du JSON : ${why}.`,
    faults: (file, details) =>
      [
        french`Le fichier ${file} ne dit pas ce qui est autorisé :`,
        ...details.map(
          ({ where, problem }) => `  ${where === '' ? '' : french`${where} : `}${problem}`,
        ),
      ].join('\n'),
    folder: 'n’est pas un dossier absolu',
    system: 'est un dossier du système, qui ne peut être autorisé',
    host: french`n’est pas un hôte : écrivez-le hôte ou hôte:port, ou comme une adresse ou un bloc tel que 10.0.0.0/8`,
    domain: french`n’est pas un domaine de courrier : écrivez-le comme equipe.example`,
  },
} satisfies Given<Messages['reach']>;
