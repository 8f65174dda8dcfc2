/** Countries and towns where people of the platform live, with how many come from each. */
export interface City {
  name: string;
  zone: string;
  offset: number;
  country: Country;
  index: number;
}

interface Country {
  code: string;
  weight: number;
  currency: string;
  dial: string;
  /** Which pools names are drawn from; the first is the usual one. */
  cultures: string[];
  cities: City[];
}

/** code, weight, currency, dialling code, cultures, then town:zone:offset. */
const LINES = [
  'US 12 USD 1 english,spanish,chinese,indian,korean,african Austin:America/Chicago:-6,Denver:America/Denver:-7,Boston:America/New_York:-5,Fresno:America/Los_Angeles:-8',
  'GB 5 GBP 44 english,indian,pakistani,polish Leeds:Europe/London:0,Bristol:Europe/London:0,Glasgow:Europe/London:0',
  'CA 3 CAD 1 english,french,chinese,indian Toronto:America/Toronto:-5,Vancouver:America/Vancouver:-8',
  'AU 2 AUD 61 english,chinese,vietnamese Perth:Australia/Perth:8,Brisbane:Australia/Brisbane:10',
  'IN 14 INR 91 indian Pune:Asia/Kolkata:5.5,Kochi:Asia/Kolkata:5.5,Jaipur:Asia/Kolkata:5.5,Indore:Asia/Kolkata:5.5',
  'PK 7 PKR 92 pakistani Lahore:Asia/Karachi:5,Karachi:Asia/Karachi:5,Multan:Asia/Karachi:5',
  'BD 5 BDT 880 bengali Dhaka:Asia/Dhaka:6,Khulna:Asia/Dhaka:6',
  'PH 6 PHP 63 filipino Cebu:Asia/Manila:8,Davao:Asia/Manila:8,Manila:Asia/Manila:8',
  'VN 4 VND 84 vietnamese Hanoi:Asia/Ho_Chi_Minh:7,Danang:Asia/Ho_Chi_Minh:7',
  'ID 3 IDR 62 indonesian Bandung:Asia/Jakarta:7,Surabaya:Asia/Jakarta:7',
  'CN 6 CNY 86 chinese,chinese,korean Chengdu:Asia/Shanghai:8,Dalian:Asia/Shanghai:8,Shenyang:Asia/Shanghai:8,Wuhan:Asia/Shanghai:8',
  'KR 4 KRW 82 korean Busan:Asia/Seoul:9,Daejeon:Asia/Seoul:9,Seoul:Asia/Seoul:9',
  'JP 2 JPY 81 japanese Osaka:Asia/Tokyo:9,Sendai:Asia/Tokyo:9',
  'NP 2 NPR 977 nepali Kathmandu:Asia/Kathmandu:5.75,Pokhara:Asia/Kathmandu:5.75',
  'RU 5 RUB 7 russian Kazan:Europe/Moscow:3,Vladivostok:Asia/Vladivostok:10,Perm:Asia/Yekaterinburg:5',
  'UA 5 UAH 380 ukrainian,russian Lviv:Europe/Kyiv:2,Odesa:Europe/Kyiv:2,Dnipro:Europe/Kyiv:2',
  'PL 3 PLN 48 polish,ukrainian Gdansk:Europe/Warsaw:1,Krakow:Europe/Warsaw:1',
  'RO 2 RON 40 romanian Cluj:Europe/Bucharest:2,Iasi:Europe/Bucharest:2',
  'RS 2 RSD 381 serbian,russian Belgrade:Europe/Belgrade:1,Nis:Europe/Belgrade:1',
  'DE 3 EUR 49 german,turkish,russian Leipzig:Europe/Berlin:1,Bonn:Europe/Berlin:1',
  'FR 2 EUR 33 french,african Nantes:Europe/Paris:1,Lille:Europe/Paris:1',
  'ES 2 EUR 34 spanish Valencia:Europe/Madrid:1,Malaga:Europe/Madrid:1',
  'TR 3 TRY 90 turkish Izmir:Europe/Istanbul:3,Bursa:Europe/Istanbul:3',
  'EG 3 EGP 20 arabic Cairo:Africa/Cairo:2,Mansoura:Africa/Cairo:2',
  'NG 5 NGN 234 african Lagos:Africa/Lagos:1,Ibadan:Africa/Lagos:1,Enugu:Africa/Lagos:1',
  'KE 3 KES 254 african Nairobi:Africa/Nairobi:3,Kisumu:Africa/Nairobi:3',
  'BR 4 BRL 55 portuguese Recife:America/Recife:-3,Curitiba:America/Sao_Paulo:-3',
  'AR 3 ARS 54 spanish Rosario:America/Argentina/Cordoba:-3,Mendoza:America/Argentina/Mendoza:-3',
  'MX 3 MXN 52 spanish Puebla:America/Mexico_City:-6,Merida:America/Merida:-6',
  'AE 1 AED 971 arabic,indian,filipino,russian Dubai:Asia/Dubai:4,Sharjah:Asia/Dubai:4',
  'SG 1 SGD 65 chinese,indian,english Singapore:Asia/Singapore:8',
];

export const COUNTRIES: readonly Country[] = LINES.map((line) => {
  const [code, weight, currency, dial, cultures, towns] = line.split(' ');
  const country: Country = {
    code: code!,
    weight: Number(weight),
    currency: currency!,
    dial: dial!,
    cultures: cultures!.split(','),
    cities: [],
  };
  country.cities = towns!.split(',').map((town, index) => {
    const [name, zone, offset] = town.split(':');
    return { name: name!, zone: zone!, offset: Number(offset), country, index };
  });
  return country;
});

export const STREETS =
  'Mill Station Garden Church Market River Orchard Harbour School Temple Lake Bridge Cedar Maple Hill Victory Liberty Railway Canal Spring Tailor Potter Lantern Willow Copper Granite Juniper Meadow Chapel Foundry'.split(
    ' ',
  );

export const STREET_KINDS = 'Street Road Lane Avenue Square Row'.split(' ');
