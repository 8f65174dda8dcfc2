import type { Family } from './detector.ts';

/**
 * What a platform must keep some of for a family of evidence to have a voice there: relations, or nodes by their label.
 * Where there is none of it, that the family says nothing speaks for nobody.
 */
export const familyRecords: Readonly<Record<Family, readonly string[]>> = {
  money: ['PAID_THROUGH', 'TRANSFERRED_TO'],
  device: ['LOGGED_IN_ON'],
  network: ['LOGGED_IN_FROM'],
  hours: ['LOGGED_IN_FROM', 'LOGGED_IN_ON'],
  text: ['HANDED_IN_BY'],
  papers: ['HANDED_IN_BY'],
  ratings: ['RATED'],
  identity: ['HANDED_IN_BY', 'PROFILE_OF'],
  contacts: ['SHIPPED_TO', 'REFERRED_BY', 'PROFILE_OF', 'LINKED_TO'],
  conduct: ['BID_ON', 'LOGGED_IN_FROM', 'LOGGED_IN_ON', 'CHANGE_OF'],
  watchlist: ['WatchlistEntry'],
};
