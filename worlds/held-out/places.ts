import type { Chance } from './random.ts';

/** A city of the platform; hours are its offset from UTC, without summer time. */
export interface City {
  name: string;
  country: string;
  zone: string;
  offset: number;
  currency: string;
}

const table = `Kisumu KE Africa/Nairobi 3 KES
Mombasa KE Africa/Nairobi 3 KES
Gdańsk PL Europe/Warsaw 1 PLN
Łódź PL Europe/Warsaw 1 PLN
Curitiba BR America/Sao_Paulo -3 BRL
Recife BR America/Recife -3 BRL
Pune IN Asia/Kolkata 5.5 INR
Kochi IN Asia/Kolkata 5.5 INR
Cebu PH Asia/Manila 8 PHP
Davao PH Asia/Manila 8 PHP
Lviv UA Europe/Kyiv 2 UAH
Cluj RO Europe/Bucharest 2 RON
Rosario AR America/Argentina/Cordoba -3 ARS
Alexandria EG Africa/Cairo 2 EGP
Lahore PK Asia/Karachi 5 PKR
Bandung ID Asia/Jakarta 7 IDR
Hue VN Asia/Ho_Chi_Minh 7 VND
Halifax CA America/Halifax -4 CAD
Tucson US America/Phoenix -7 USD
Dayton US America/New_York -5 USD
Leipzig DE Europe/Berlin 1 EUR
Porto PT Europe/Lisbon 0 EUR
Puebla MX America/Mexico_City -6 MXN
Daejeon KR Asia/Seoul 9 KRW
Dalian CN Asia/Shanghai 8 CNY
Kazan RU Europe/Moscow 3 RUB
Accra GH Africa/Accra 0 GHS
Tbilisi GE Asia/Tbilisi 4 GEL`;

export const cities: readonly City[] = table.split('\n').map((line) => {
  const [name, country, zone, offset, currency] = line.split(' ');
  return {
    name: name!,
    country: country!,
    zone: zone!,
    offset: Number(offset),
    currency: currency!,
  };
});

/** Given and family names, by a tradition that says nothing of where somebody lives. */
const traditions =
  `Amina Baraka Cheruto Daudi Esther Fumo Gakii Hamisi Imani Juma Kesi Lindiwe|Achieng Barasa Chege Deng Ekai Gathogo Hassan Irungu Kiplagat Langat Mutiso Njoroge Odhiambo Wafula
Agnieszka Bartek Celina Dorota Emil Filip Grażyna Henryk Iga Jacek Kinga Leszek|Adamczyk Borowski Cieślak Dudek Filipek Górski Janik Krawiec Lisowski Mazurek Nowicki Olszewski Pawlak Sowa
Beatriz Caio Davi Elisa Fábio Gisele Heitor Iara João Kelly Lívia Murilo|Alencar Barreto Cardoso Duarte Esteves Furtado Goulart Lacerda Machado Nogueira Peixoto Queiroz Rezende Teles
Anjali Bharat Chitra Deepak Esha Farhan Gauri Harish Indu Jatin Kavya Lalit|Agarwal Bhosale Chavan Deshmukh Gokhale Iyer Joshi Kulkarni Menon Nair Patil Rane Shetty Varghese
Althea Benjie Carmela Dindo Erlinda Ferdie Glaiza Hernan Isko Jasmin Kiko Liza|Abad Bautista Cabrera Dizon Enriquez Fajardo Galang Hizon Lacson Manalo Ocampo Pangilinan Salazar Tolentino
Andriy Bohdana Danylo Halyna Ihor Kateryna Lesya Maksym Nadia Oleh Petro Roksolana|Bilyk Chornovol Danylenko Hnatiuk Ivasiuk Kovalenko Lysenko Marchuk Ostapenko Romaniuk Savchuk Tkach Vovk Zinchenko
Ahmed Basma Dalia Emad Farida Gamal Heba Ismail Karim Laila Mona Nader|Abdelaziz Badawi Darwish Elsayed Fahmy Ghanem Hegazy Ibrahim Kamel Mansour Naguib Osman Ragab Saleh
Bao Chau Dung Giang Hanh Khoa Lan Minh Nga Phuong Quang Thao|Bui Cao Dang Doan Ho Huynh Lam Luong Ngo Pham Phan Quach Trinh Vuong
Alice Brent Carol Duane Elaine Gary Heather Ivan Janet Keith Linda Morgan|Ashby Barlow Corbin Dalton Ellison Frost Garner Hobbs Ingram Kemp Langley Mercer Norwood Pratt
Bora Changmin Dasom Eunji Garam Hyunwoo Inseo Jihye Kyungho Minseo Nari Taeyang|Ahn Bae Cha Gong Han Jeon Kang Lim Moon Noh Oh Pyo Seo Yoon
Bowen Chunhua Dan Fang Guang Haoran Jing Lei Mei Ning Qiang Xiulan|Cai Deng Fan Gao He Jiang Luo Pan Qian Shen Tang Wan Xie Zou
Anzor Bela Dato Eka Giorgi Irakli Keti Lasha Maka Nino Tamar Zaza|Abashidze Beridze Chkheidze Dolidze Gelashvili Jibladze Kapanadze Lomidze Maisuradze Nozadze Sharikadze Tsereteli Ugrekhelidze Zarandia`
    .split('\n')
    .map((line) => line.split('|').map((part) => part.split(' ')));

export interface Name {
  given: string;
  family: string;
}

export function drawName(chance: Chance, family?: string): Name {
  const [given, families] = chance.pick(traditions);
  // Every third has a second given name, so that namesakes are as rare as they are.
  const first = chance.pick(given!);
  const second = chance.yes(0.35) ? ` ${chance.pick(given!)}` : '';
  return {
    given: first + (second.trim() === first ? '' : second),
    family: family ?? chance.pick(families!),
  };
}

export const full = ({ given, family }: Name) => `${given} ${family}`;

const streets =
  'Harbour Mill Orchard Station Chapel Garden Lime Quarry Bridge Market River Hill Poplar School Forge Meadow Tower Union Canal Acacia Cedar Spring Saddler Weaver Lantern Copper Willow Granite Juniper Falcon'.split(
    ' ',
  );
const ways = ['Street', 'Road', 'Lane', 'Avenue', 'Row', 'Close'];

export function drawAddress(chance: Chance, city: City): string {
  const flat = chance.yes(0.4) ? `, flat ${chance.whole(1, 48)}` : '';
  return `${chance.whole(1, 190)} ${chance.pick(streets)} ${chance.pick(ways)}${flat}, ${city.name}`;
}

const first =
  'Blue North Tall Quiet Copper Maple Bright Open Silver Amber Brisk Solid Clear Stone Field Ember Nimble Harbor Pine Cobalt Fern Summit Linen Violet Otter Heron'.split(
    ' ',
  );
const second =
  'Loom Ridge Lantern Anchor Works Bay Orchard Kettle Compass Thread Signal Mill Parcel Garden Beacon Foundry Ledger Gate Canvas Burrow Pixel Sparrow'.split(
    ' ',
  );
const third = [
  'Ltd',
  'Studio',
  'Labs',
  'Group',
  'Services',
  'Software',
  'Trading',
  'Partners',
  'Digital',
  'Media',
];

export function drawCompany(chance: Chance): string {
  return `${chance.pick(first)} ${chance.pick(second)} ${chance.pick(third)}`;
}

export const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '');
