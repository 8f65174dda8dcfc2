/** Where accounts say they are, and the hours that go with it. */
export interface Place {
  city: string;
  country: string;
  timezone: string;
  /** Hours ahead of UTC; summer time is left out, which moves no session by more than an hour. */
  offset: number;
  /** The pool of names that is usual there. */
  names: string;
  streets: readonly string[];
}

const english = ['Harrow Lane', 'Millbrook Road', 'Larch Street', 'Station Road', 'Orchard Row'];

export const places = {
  london: place('London', 'GB', 'Europe/London', 0, 'british', english),
  leeds: place('Leeds', 'GB', 'Europe/London', 0, 'british', english),
  cardiff: place('Cardiff', 'GB', 'Europe/London', 0, 'british', english),
  dublin: place('Dublin', 'IE', 'Europe/Dublin', 0, 'british', english),
  austin: place('Austin', 'US', 'America/Chicago', -6, 'american', english),
  denver: place('Denver', 'US', 'America/Denver', -7, 'american', english),
  newark: place('Newark', 'US', 'America/New_York', -5, 'american', english),
  toronto: place('Toronto', 'CA', 'America/Toronto', -5, 'american', english),
  berlin: place('Berlin', 'DE', 'Europe/Berlin', 1, 'german', ['Lindenweg', 'Ahornstraße']),
  warsaw: place('Warsaw', 'PL', 'Europe/Warsaw', 1, 'polish', ['ulica Klonowa', 'ulica Lipowa']),
  tallinn: place('Tallinn', 'EE', 'Europe/Tallinn', 2, 'estonian', ['Kase tänav', 'Tamme tänav']),
  kyiv: place('Kyiv', 'UA', 'Europe/Kyiv', 2, 'ukrainian', ['vulytsia Yasna', 'vulytsia Sadova']),
  moscow: place('Moscow', 'RU', 'Europe/Moscow', 3, 'russian', [
    'ulitsa Sadovaya',
    'ulitsa Lesnaya',
  ]),
  vladivostok: place('Vladivostok', 'RU', 'Asia/Vladivostok', 10, 'russian', ['ulitsa Morskaya']),
  istanbul: place('Istanbul', 'TR', 'Europe/Istanbul', 3, 'turkish', ['Çınar Sokak', 'Lale Sokak']),
  lagos: place('Lagos', 'NG', 'Africa/Lagos', 1, 'nigerian', ['Palm Close', 'Unity Crescent']),
  nairobi: place('Nairobi', 'KE', 'Africa/Nairobi', 3, 'kenyan', ['Acacia Drive', 'Ridge Lane']),
  bengaluru: place('Bengaluru', 'IN', 'Asia/Kolkata', 5.5, 'indian', ['Neem Road', '4th Cross']),
  pune: place('Pune', 'IN', 'Asia/Kolkata', 5.5, 'indian', ['Banyan Road', 'Hill View Lane']),
  dhaka: place('Dhaka', 'BD', 'Asia/Dhaka', 6, 'bangladeshi', ['Road 12', 'Lake View Lane']),
  manila: place('Manila', 'PH', 'Asia/Manila', 8, 'filipino', ['Narra Street', 'Mabini Lane']),
  hanoi: place('Hanoi', 'VN', 'Asia/Ho_Chi_Minh', 7, 'vietnamese', ['ngõ 18 Hoa Sen', 'ngõ 5 Tre']),
  kualaLumpur: place('Kuala Lumpur', 'MY', 'Asia/Kuala_Lumpur', 8, 'malaysian', ['Jalan Melati']),
  seoul: place('Seoul', 'KR', 'Asia/Seoul', 9, 'korean', ['Solbit-ro', 'Haneul-gil']),
  busan: place('Busan', 'KR', 'Asia/Seoul', 9, 'korean', ['Bada-ro', 'Gomsol-gil']),
  yanji: place('Yanji', 'CN', 'Asia/Shanghai', 8, 'chinese', ['Bailin Street', 'Heping Lane']),
  shenyang: place('Shenyang', 'CN', 'Asia/Shanghai', 8, 'chinese', ['Songhua Lane', 'Huai Street']),
  shenzhen: place('Shenzhen', 'CN', 'Asia/Shanghai', 8, 'chinese', [
    'Rongshu Road',
    'Haifeng Road',
  ]),
  saoPaulo: place('São Paulo', 'BR', 'America/Sao_Paulo', -3, 'brazilian', ['Rua das Figueiras']),
  lahore: place('Lahore', 'PK', 'Asia/Karachi', 5, 'pakistani', ['Gulmohar Street', 'Canal View']),
  belgrade: place('Belgrade', 'RS', 'Europe/Belgrade', 1, 'serbian', ['Lipova ulica', 'Jasenova']),
} as const satisfies Record<string, Place>;

export const allPlaces: readonly Place[] = Object.values(places);

function place(
  city: string,
  country: string,
  timezone: string,
  offset: number,
  names: string,
  streets: readonly string[],
): Place {
  return { city, country, timezone, offset, names, streets };
}

/** The currency that a bank there keeps accounts in. */
export function currencyOf(country: string): string {
  const currencies: Readonly<Record<string, string>> = {
    GB: 'GBP',
    CA: 'CAD',
    DE: 'EUR',
    IE: 'EUR',
    EE: 'EUR',
    PL: 'PLN',
    CN: 'CNY',
    KR: 'KRW',
    IN: 'INR',
  };
  return currencies[country] ?? 'USD';
}
