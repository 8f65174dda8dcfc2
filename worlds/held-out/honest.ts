import { movedAway, newName, returning, secondHand } from './honest-changes.ts';
import { loner, nightOwl, nomad, remoteDesktop, vpnUser } from './honest-habits.ts';
import { family, flatmates, treasurer, underOneRoof } from './honest-places.ts';
import {
  agency,
  graduates,
  longStanding,
  payroll,
  sharedTemplate,
  studio,
  tutor,
  twoTrades,
} from './honest-work.ts';
import type { Story } from './town.ts';

/** Kinds of honest look-alike: what the share of all accounts is, and how one such group comes about. */
export const stories: Record<string, { share: number; tell: Story }> = {
  family: { share: 0.03, tell: family },
  flatmates: { share: 0.03, tell: flatmates },
  studio: { share: 0.025, tell: studio },
  campus: { share: 0.025, tell: ({ platform }) => underOneRoof(platform, 'education', [12, 26]) },
  coworking: { share: 0.025, tell: ({ platform }) => underOneRoof(platform, 'coworking', [8, 20]) },
  'internet cafe': {
    share: 0.02,
    tell: ({ platform }) => underOneRoof(platform, 'business', [6, 14]),
  },
  agency: { share: 0.025, tell: agency },
  nomad: { share: 0.02, tell: nomad },
  'vpn user': { share: 0.03, tell: vpnUser },
  'second-hand machine': { share: 0.015, tell: secondHand },
  'course graduates': { share: 0.02, tell: graduates },
  'long-standing client': { share: 0.02, tell: longStanding },
  'payroll provider': { share: 0.02, tell: payroll },
  'returning user': { share: 0.012, tell: returning },
  'remote desktop': { share: 0.02, tell: remoteDesktop },
  'night owl': { share: 0.02, tell: nightOwl },
  'new name': { share: 0.01, tell: newName },
  'moved away': { share: 0.02, tell: movedAway },
  'family treasurer': { share: 0.02, tell: treasurer },
  'subscription tutor': { share: 0.006, tell: tutor },
  'shared template': { share: 0.015, tell: sharedTemplate },
  'lone like a ring': { share: 0.03, tell: loner },
  'two of one person': { share: 0.01, tell: twoTrades },
};
