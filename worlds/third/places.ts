/** Where people live: countries with their cities, clocks, money and carriers. */
export interface City {
  name: string;
  zone: string;
  offset: number;
}

export interface Country {
  index: number;
  code: string;
  culture: string;
  /** Share among freelancers, roughly. */
  weight: number;
  currency: string;
  perDollar: number;
  dial: string;
  cities: City[];
  carriers: string[];
}

/** code, culture, weight, currency, units per dollar, dial code, cities (name@zone@offset), carriers. */
const lines = `
US | english | 12 | USD | 1 | 1 | Columbus@America/New_York@-5,Austin@America/Chicago@-6,Denver@America/Denver@-7,Portland@America/Los_Angeles@-8,Tampa@America/New_York@-5 | Prairie Cable,Lakeshore Fiber,Union Broadband
GB | english | 5 | GBP | 0.79 | 44 | Leeds@Europe/London@0,Bristol@Europe/London@0,Glasgow@Europe/London@0 | Albion Telecom,Severn Net
CA | english | 4 | CAD | 1.36 | 1 | Toronto@America/Toronto@-5,Calgary@America/Edmonton@-7,Halifax@America/Halifax@-4 | Maple Line,Northern Fibre
AU | english | 3 | AUD | 1.52 | 61 | Brisbane@Australia/Brisbane@10,Perth@Australia/Perth@8 | Southern Cross Net,Gumtree Telecom
IN | indian | 12 | INR | 83 | 91 | Pune@Asia/Kolkata@5.5,Kochi@Asia/Kolkata@5.5,Jaipur@Asia/Kolkata@5.5,Indore@Asia/Kolkata@5.5 | Deccan Broadband,Ganga Fibre,Sahyadri Net
PK | pakistani | 7 | PKR | 279 | 92 | Lahore@Asia/Karachi@5,Karachi@Asia/Karachi@5,Multan@Asia/Karachi@5 | Indus Net,Ravi Telecom
BD | bangla | 5 | BDT | 110 | 880 | Dhaka@Asia/Dhaka@6,Sylhet@Asia/Dhaka@6,Khulna@Asia/Dhaka@6 | Padma Online,Meghna Link
NP | nepali | 2 | NPR | 133 | 977 | Kathmandu@Asia/Kathmandu@5.75,Pokhara@Asia/Kathmandu@5.75 | Himal Net,Everest Broadband
PH | filipino | 7 | PHP | 56 | 63 | Cebu@Asia/Manila@8,Davao@Asia/Manila@8,Quezon City@Asia/Manila@8 | Visayan Fibre,Luzon Net
VN | vietnamese | 4 | VND | 24500 | 84 | Da Nang@Asia/Ho_Chi_Minh@7,Hanoi@Asia/Bangkok@7,Can Tho@Asia/Ho_Chi_Minh@7 | Mekong Telecom,Red River Net
ID | indonesian | 4 | IDR | 15600 | 62 | Bandung@Asia/Jakarta@7,Yogyakarta@Asia/Jakarta@7,Denpasar@Asia/Makassar@8 | Nusantara Net,Garuda Fiber
CN | chinese | 6 | CNY | 7.2 | 86 | Shenyang@Asia/Shanghai@8,Dalian@Asia/Shanghai@8,Chengdu@Asia/Shanghai@8,Hangzhou@Asia/Shanghai@8 | Eastern Unicom Net,Great River Telecom
KR | korean | 5 | KRW | 1320 | 82 | Seoul@Asia/Seoul@9,Busan@Asia/Seoul@9,Daejeon@Asia/Seoul@9 | Hangang Net,Dongbang Telecom
JP | japanese | 3 | JPY | 149 | 81 | Osaka@Asia/Tokyo@9,Sapporo@Asia/Tokyo@9 | Kansai Hikari,Minato Net
RU | russian | 5 | RUB | 92 | 7 | Kazan@Europe/Moscow@3,Vladivostok@Asia/Vladivostok@10,Novosibirsk@Asia/Novosibirsk@7,Samara@Europe/Samara@4 | Volga Telecom,Sibir Online
UA | ukrainian | 6 | UAH | 38 | 380 | Lviv@Europe/Kyiv@2,Kharkiv@Europe/Kyiv@2,Odesa@Europe/Kyiv@2 | Dnipro Net,Karpaty Link
PL | polish | 4 | PLN | 4 | 48 | Krakow@Europe/Warsaw@1,Gdansk@Europe/Warsaw@1,Lodz@Europe/Warsaw@1 | Wisla Net,Baltyk Telekom
RO | romanian | 3 | RON | 4.6 | 40 | Cluj-Napoca@Europe/Bucharest@2,Iasi@Europe/Bucharest@2 | Carpat Fiber,Dunarea Net
RS | serbian | 3 | RSD | 108 | 381 | Novi Sad@Europe/Belgrade@1,Nis@Europe/Belgrade@1 | Sava Telekom,Morava Net
DE | german | 4 | EUR | 0.92 | 49 | Leipzig@Europe/Berlin@1,Dortmund@Europe/Berlin@1,Nuremberg@Europe/Berlin@1 | Rheinnetz,Elbe Kabel
FR | french | 3 | EUR | 0.92 | 33 | Lille@Europe/Paris@1,Toulouse@Europe/Paris@1 | Loire Fibre,Garonne Net
TR | turkish | 3 | TRY | 32 | 90 | Izmir@Europe/Istanbul@3,Ankara@Europe/Istanbul@3 | Bogaz Net,Anadolu Fiber
EG | arabic | 4 | EGP | 47 | 20 | Alexandria@Africa/Cairo@2,Giza@Africa/Cairo@2 | Delta Link,Nile Online
MA | arabic | 2 | MAD | 10 | 212 | Rabat@Africa/Casablanca@1,Fes@Africa/Casablanca@1 | Atlas Net,Rif Telecom
NG | nigerian | 5 | NGN | 1400 | 234 | Lagos@Africa/Lagos@1,Ibadan@Africa/Lagos@1,Abuja@Africa/Lagos@1 | Niger Delta Net,Savanna Mobile
KE | kenyan | 4 | KES | 130 | 254 | Nairobi@Africa/Nairobi@3,Kisumu@Africa/Nairobi@3 | Rift Link,Tsavo Online
BR | brazilian | 5 | BRL | 5 | 55 | Recife@America/Recife@-3,Curitiba@America/Sao_Paulo@-3,Belo Horizonte@America/Sao_Paulo@-3 | Jangada Net,Ipanema Fibra
MX | spanish | 3 | MXN | 17 | 52 | Puebla@America/Mexico_City@-6,Tijuana@America/Tijuana@-8 | Anahuac Net,Sonora Cable
AR | spanish | 3 | ARS | 850 | 54 | Rosario@America/Argentina/Buenos_Aires@-3,Cordoba@America/Argentina/Cordoba@-3 | Pampa Fibra,Plata Net
CO | spanish | 2 | COP | 3900 | 57 | Medellin@America/Bogota@-5,Cali@America/Bogota@-5 | Andes Net,Cauca Cable
`;

export const countries: Country[] = lines
  .trim()
  .split('\n')
  .map((line, index) => {
    const [code, culture, weight, currency, perDollar, dial, cities, carriers] = line.split(' | ');
    return {
      index,
      code: code!,
      culture: culture!,
      weight: Number(weight),
      currency: currency!,
      perDollar: Number(perDollar),
      dial: dial!,
      cities: cities!.split(',').map((text) => {
        const [name, zone, offset] = text.split('@');
        return { name: name!, zone: zone!, offset: Number(offset) };
      }),
      carriers: carriers!.split(','),
    };
  });

export const streets =
  'Mill,Church,Station,Garden,Park,River,Hill,Market,School,Lake,Forest,Bridge,Castle,Harbour,Orchard,Linden,Victory,Freedom,Union,Railway,Temple,Palm,Rose,Sunrise,College,North,South,Long,Green,New,Spring,Stone,Tower,Field,Meadow,Canal,Airport,Cedar,Poplar,Granite'.split(
    ',',
  );

export const streetKinds: [string, string][] = [
  ['Street', 'St.'],
  ['Road', 'Rd'],
  ['Avenue', 'Ave'],
  ['Lane', 'Ln'],
  ['Square', 'Sq.'],
];
