import { listed, silverstarAddress } from '../listed.ts';
import type { Sample } from '../sample.ts';
import { company, tie } from '../ties.ts';

const register = 'extract of the company register';

/** The address of a formation agent: the front sits there among honest companies. */
export const agentAddress = 'Unit 4, 18 Quayside Walk, Cardiff';

/** The two fronts, who stands behind them, and the chains that lead from there to listed names. */
export function addFrontCompanies(sample: Sample): void {
  const { data, names } = sample;
  company(sample, 'c-larkmoor', {
    name: 'Larkmoor Digital Ltd',
    country: 'GB',
    address: agentAddress,
    email: 'office@larkmoor.example',
    phone: '+44 7700 900118',
    website: 'https://larkmoor.example',
    incorporated_on: '2020-09-14',
  });
  company(sample, 'c-severny', {
    name: 'Severny Bereg Soft OOO',
    country: 'RU',
    address: 'ul. Klary Tsetskin 41, office 12, Vladivostok, Russia',
    email: 'info@severnybereg.example',
    incorporated_on: '2018-11-02',
  });
  company(sample, 'c-dawnreach', {
    name: 'Dawnreach Interactive OÜ',
    aliases: 'Dawnreach Team',
    country: 'EE',
    address: '7 Kase tänav, Tallinn',
    email: 'hello@dawnreach.example',
    website: 'https://dawnreach.example',
    incorporated_on: '2019-05-20',
  });
  company(sample, 'c-lakeside', {
    name: 'Changbai Lakeside Code Studio',
    aliases: 'Silver Star Internet Technology Co.',
    country: 'CN',
    address: silverstarAddress,
    phone: '+1 212 555 0171',
    incorporated_on: '2018-12-10',
  });
  company(sample, 'c-meridian', {
    name: 'Meridian Osprey Trading Ltd',
    country: 'HK',
    address: '9 Pier Lane, Hong Kong',
    incorporated_on: '2020-01-30',
  });
  data.add('persons', {
    person_id: 'n-ostrenko',
    name: names.keep('Pavel Ostrenko'),
    country: 'RU',
    email: 'p.ostrenko@severnybereg.example',
  });
  data.add('persons', {
    person_id: 'n-wen',
    name: names.keep('Haoran Wen'),
    country: 'CN',
    phone: '+1 212 555 0171',
  });

  const larkmoor = ['company', 'c-larkmoor'] as const;
  const severny = ['company', 'c-severny'] as const;
  const lakeside = ['company', 'c-lakeside'] as const;
  const ostrenko = ['person', 'n-ostrenko'] as const;
  const wen = ['person', 'n-wen'] as const;
  tie(sample, ostrenko, 'owner_of', larkmoor, { since: '2020-10-01', share: 75, source: register });
  tie(sample, ostrenko, 'officer_of', severny, { since: '2018-11-02', source: register });
  tie(sample, severny, 'represents', ['watchlist_entry', listed.volasys], {
    since: '2019',
    source: 'catalogue of a trade fair',
  });
  tie(sample, lakeside, 'owner_of', ['company', 'c-dawnreach'], {
    since: '2019-05-20',
    share: 100,
    source: register,
  });
  tie(sample, wen, 'officer_of', lakeside, { since: '2018-12-10', source: register });
  tie(sample, wen, 'owner_of', ['company', 'c-meridian'], {
    since: '2020-01-30',
    share: 100,
    source: register,
  });
  tie(sample, wen, 'represents', ['watchlist_entry', listed.silverstar], {
    since: '2018',
    until: '2018-12',
    source: 'signature under a lease',
  });
}
