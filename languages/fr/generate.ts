import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, figure, french } from './typography.ts';

export const generateMessages = {
  about: french`écrire un monde synthétique étiqueté : une plateforme de freelance avec des réseaux et des sosies honnêtes, tous fictifs`,
  accounts: 'combien de comptes',
  seed: 'la même graine et le même nombre de comptes donnent les mêmes octets',
  out: french`dossier où écrire le jeu de données ; les fichiers de mêmes noms sont remplacés`,
  notWhole: (least, most) => `Donnez un nombre entier de ${figure(least)} à ${figure(most)}.`,
  people: 'Invention des personnes',
  market: 'Ouverture du marché',
  lives: 'Déroulement des vies',
  writing: 'Écriture des fichiers',
  unit: 'comptes',
  jobs: 'missions',
  files: 'fichiers',
  summary: ({ folder, accounts, seed, rows }) => {
    const total = Object.values(rows).reduce((sum, each) => sum + each, 0);
    const parts = Object.entries(rows).map(([file, each]) => `${figure(each)} ${file}`);
    return french`${folder} : ${count(accounts, 'compte', 'comptes')} de la graine ${seed}, ${count(total, 'ligne', 'lignes')}\n  ${parts.join(', ')}`;
  },
} satisfies Given<Messages['generate']>;
