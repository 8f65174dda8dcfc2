import type { Random } from '../chance/random.ts';

/** A name as its bearer might spell it: in Latin letters, in those of home, and other Latin spellings. */
export interface Name {
  given: string;
  family: string;
  /** In the script of home; the same as in Latin letters where that is the script. */
  local: string;
  /** Other honest spellings, in Latin letters. */
  variants: readonly string[];
}

interface Culture {
  /** `latin` or `latin=local` or `latin/variant=local`. */
  family: string;
  given: string;
  /** A second given syllable, joined to the first. */
  second?: string;
  familyFirst?: true;
}

const cultures: Readonly<Record<string, Culture>> = {
  en: {
    family:
      'Ashcombe Barlow Brandreth Calloway Dunmore Ellery Fairhurst Garrick Hollis Ingham Jessop Kirkby Langtry Merriwether Northcott Oakley Prescott Quimby Radley Stanhope Thackeray Underhill Whitlock Yardley Pemberton Hartnell Colby Wexford Draycott Selwyn',
    given:
      'Alice Peter Grace Oliver Hannah Marcus Emily Victor Laura Simon Nora Gavin Ruth Dennis Clara Felix Joan Martin Paula Keith Irene Hugh Tessa Warren Sylvia Bruce Megan Elliot Daphne Ross',
  },
  de: {
    family:
      'Achterberg Brandes Dornbusch Eichler Falkenrath Gruber Hellwig Imhof Jungblut Kestner Lindemann Morgenroth Niemeyer Oberhauser Pfeiffer Rademacher Steinbrink Tiedemann Ullrich Vossberg Wiedemann Zellner',
    given:
      'Anke Bernd Carola Dieter Elke Florian Gesine Holger Ines Jürgen/Juergen Katrin Lutz Maren Nils Petra Rainer Silke Torsten Ulrike Volker',
  },
  fr: {
    family:
      'Aubrac Beaumarchais Chastain Delorme Escoffier Fontanel Gaillard Hautecourt Jolivet Lambrecht Marchetot Nivelle Ormesson Perrichon Quesnel Roubaud Sauvagnac Tavernier Vautrin Villedieu',
    given:
      'Adèle/Adele Bastien Chloé/Chloe Damien Élodie/Elodie Fabrice Gaëlle/Gaelle Hervé/Herve Inès/Ines Jérôme/Jerome Karine Loïc/Loic Margaux Noé/Noe Odile Pascal Solène/Solene Thibault Violette Yannick',
  },
  es: {
    family:
      'Alcaraz Barrionuevo Cifuentes Domenech Echevarri Figueroa Galindo Hinojosa Izquierdo Jaramillo Lizarraga Montalban Narvaez/Narváez Ocampo Peralta Quintanilla Restrepo Sotomayor Tamayo Urrutia Valverde Zubizarreta',
    given:
      'Adriana Benito Camila Dario Elena Fermin/Fermín Gloria Hernan/Hernán Isabel Joaquin/Joaquín Lucia/Lucía Mateo Noelia Octavio Pilar Ramiro Soledad Tomas/Tomás Ursula Vicente Ximena',
  },
  pl: {
    family:
      'Adamczewski Borowiak Cieslak/Cieślak Dobosz Gajewicz Jasinska/Jasińska Kowalik Lisowiec Maciejak Nowicz Olszak Piatkowiak/Piątkowiak Rogalak Sobczyk Tomala Urbaniec Wrobelak/Wróbelak Zaremba',
    given:
      'Agnieszka Bartosz Celina Dominik Ewa Filip Grazyna/Grażyna Hubert Iwona Jacek Kinga Leszek Malgorzata/Małgorzata Norbert Oliwia Pawel/Paweł Renata Slawomir/Sławomir Urszula Zbigniew',
  },
  ru: {
    family:
      'Akulinin=Акулинин Berezovoy/Berezovoi=Березовой Vetlugin=Ветлугин Gorchakov/Gorchakoff=Горчаков Drozdenko=Дрозденко Yeliseev/Eliseev/Yeliseyev=Елисеев Zhdanenko=Жданенко Zimin=Зимин Kalachev/Kalachyov=Калачёв Lebedko=Лебедко Mikheev/Mikheyev=Михеев Naryshko=Нарышко Ozerov=Озеров Pestryakov/Pestriakov=Пестряков Rybalko=Рыбалко Sychev/Sychov=Сычёв Tretyak/Tretiak=Третьяк Ushakov=Ушаков Fedulov=Федулов Khokhlenko/Hohlenko=Хохленко Tsarenko/Tzarenko=Царенко Shchukin/Schukin=Щукин Yudenko/Iudenko=Юденко',
    given:
      'Alexei/Aleksey/Alexey=Алексей Boris=Борис Vadim=Вадим Galina=Галина Dmitri/Dmitry/Dmitriy=Дмитрий Yevgeni/Evgeny/Evgeniy=Евгений Zoya/Zoia=Зоя Igor=Игорь Ksenia/Xenia/Kseniya=Ксения Lyudmila/Liudmila/Ludmila=Людмила Maxim/Maksim=Максим Nikita=Никита Oksana/Oxana=Оксана Polina=Полина Ruslan=Руслан Sergei/Sergey=Сергей Tatiana/Tatyana=Татьяна Fyodor/Fedor=Фёдор Yulia/Julia/Iuliia=Юлия Yana/Iana=Яна',
  },
  uk: {
    family:
      'Andrushko=Андрушко Bondarchak=Бондарчак Vasylyk/Vasilik=Василик Halushka/Galushka=Галушка Didenchuk=Діденчук Yaremko/Iaremko=Яремко Zinchuk=Зінчук Kotsiuba/Kotsyuba=Коцюба Lysenchuk=Лисенчук Marchenyuk/Marcheniuk=Марченюк Nechyporuk/Nechiporuk=Нечипорук Onyshchak=Онищак Palamar=Паламар Romaniv=Романів Stetsyk/Stetsik=Стецик Tymchuk/Timchuk=Тимчук Fedoruk=Федорук Shevchyk/Shevchik=Шевчик',
    given:
      'Andriy/Andrii=Андрій Bohdan/Bogdan=Богдан Vira/Vera=Віра Hanna/Anna=Ганна Daryna/Darina=Дарина Zhanna=Жанна Ivan=Іван Kateryna/Katerina=Катерина Lesia/Lesya=Леся Mykola/Nikolai=Микола Nazar=Назар Oleh/Oleg=Олег Petro=Петро Roman=Роман Solomiya/Solomiia=Соломія Taras=Тарас Yuriy/Yurii=Юрій',
  },
  tr: {
    family:
      'Akdeniz Balcioglu/Balcıoğlu Cevikel/Çevikel Demirbas/Demirbaş Erguven/Ergüven Gokmen/Gökmen Hatipler Ildiz/Ildız Karabey Lalezar Mutluay Ozdilek/Özdilek Pekcan Sarikaya/Sarıkaya Tezcanli/Tezcanlı Uluocak Yalinkilic/Yalınkılıç',
    given:
      'Aylin Burak Ceren Deniz Emre Figen Gokhan/Gökhan Hulya/Hülya Ilker/İlker Jale Kaan Leyla Murat Nesrin Onur Pinar/Pınar Serkan Tulay/Tülay Umut Zeynep',
  },
  ar: {
    family:
      'Abdelrazek=عبدالرازق Barakat=بركات Darwish/Darwich=درويش El-Masry/Elmasri=المصري Farouk/Farooq=فاروق Ghanem/Ghanim=غانم Hamdan=حمدان Khalil=خليل Mansour/Mansoor=منصور Nasser/Nasir=ناصر Qureshi/Quraishi=قريشي Rashid/Rasheed=رشيد Saleh/Salih=صالح Taha=طه Younes/Yunus=يونس Zaki=زكي',
    given:
      'Ahmed/Ahmad=أحمد Bilal=بلال Dina=دينا Fatima/Fatma=فاطمة Hassan=حسن Imran=عمران Karim/Kareem=كريم Layla/Leila=ليلى Mohammed/Muhammad/Mohamed=محمد Nadia=نادية Omar/Umar=عمر Rania=رانيا Samir/Sameer=سمير Tariq/Tarek=طارق Yasmin/Yasmine=ياسمين Zainab/Zeinab=زينب',
  },
  ng: {
    family:
      'Adeyinka Balewu Chukwuma Durojaiye Ekwueme Fashola-Obi Gbadamosi Ibekwe Juma-Otieno Kamauwa Lawalson Mwangira Nwosuka Okonjide Onyangore Sodipo Terkimbi Uzomaka Wanjikura Yakubason',
    given:
      'Amara Babatunde Chioma Dayo Ebele Femi Grace Halima Ifeanyi Jelani Kehinde Lekan Makena Ngozi Obinna Precious Sade Tunde Uche Wambui Zuri',
  },
  in: {
    family:
      'Achrekar=अचरेकर Bhattathiri=भट्टतिरी Chaturvedi=चतुर्वेदी Deshmankar=देशमंकर Gaekwar/Gaikwar=गायकवार Hegdewar=हेगडेवार Iyengarkar=अयंगरकर Joshipura=जोशीपुरा Kulkarne=कुलकर्णे Mahajani=महाजनी Nambudiri/Namboodiri=नंबूदिरी Parulkar=परुलकर Raghunathan=रघुनाथन Sahasrabude=सहस्रबुदे Tendulwar=तेंदुलवार Upadhye=उपाध्ये Vaidyanath/Vaidhyanath=वैद्यनाथ Wagholikar=वाघोलीकर',
    given:
      'Aarav=आरव Bhavna/Bhavana=भावना Chetan=चेतन Deepa/Dipa=दीपा Eshan/Ishan=ईशान Gauri/Gowri=गौरी Harish=हरीश Indu=इंदु Jyoti/Jyothi=ज्योति Kiran=किरण Lakshmi/Laxmi=लक्ष्मी Mohan=मोहन Neha=नेहा Prakash=प्रकाश Rekha=रेखा Suresh=सुरेश Tara=तारा Uday=उदय Vidya=विद्या Yash=यश',
  },
  vi: {
    family:
      'Nguyen/Nguyễn Tran/Trần Le/Lê Pham/Phạm Huynh/Huỳnh Phan Vu/Vũ Dang/Đặng Bui/Bùi Do/Đỗ Ho/Hồ Ngo/Ngô Duong/Dương Ly/Lý',
    given:
      'An Binh/Bình Chau/Châu Dung/Dũng Giang Ha/Hà Huong/Hương Khanh/Khánh Lan Linh Mai Minh Nam Ngoc/Ngọc Phuc/Phúc Quang Son/Sơn Thao/Thảo Trang Tuan/Tuấn Uyen/Uyên Vinh',
    familyFirst: true,
  },
  zh: {
    family:
      'Wang/Wong=王 Li/Lee=李 Zhang/Chang=张 Liu/Lau=刘 Chen/Chan=陈 Yang/Yeung=杨 Zhao/Chao=赵 Huang/Wong=黄 Zhou/Chow=周 Wu=吴 Xu/Hsu=徐 Sun/Suen=孙 Hu=胡 Zhu/Chu=朱 Gao/Kao=高 Lin/Lam=林 He/Ho=何 Guo/Kuo=郭 Ma=马 Luo/Lo=罗 Liang/Leung=梁 Song/Sung=宋 Zheng/Cheng=郑 Xie/Hsieh=谢',
    given:
      'Jian/Chien=建 Xiao/Hsiao=晓 Wei=伟 Li=丽 Yu=玉 Jing/Ching=静 Hai=海 Ming=明 Zhi/Chih=志 Guo/Kuo=国 Xin/Hsin=欣 Yan/Yen=燕 Chun=春 Rui/Jui=瑞 Si/Szu=思 Wen=文 Ya=雅 Ze/Tse=泽',
    second:
      'hua=华 ping=平 qiang/chiang=强 na=娜 fang=芳 jun/chun=军 yang=阳 ling=玲 feng=峰 lan=兰 bo/po=波 yi=怡 chao=超 xia/hsia=霞 hui=慧 long/lung=龙 ting=婷 kun=坤',
    familyFirst: true,
  },
  ko: {
    family:
      'Kim/Gim=김 Lee/Yi/Rhee/Ri=이 Park/Pak/Bak=박 Choi/Choe=최 Jung/Jeong/Chung/Jong=정 Kang/Gang=강 Cho/Jo=조 Yoon/Yun=윤 Jang/Chang=장 Lim/Im/Rim=임 Han=한 Oh/O=오 Seo/Suh/So=서 Shin/Sin=신 Kwon/Gwon=권 Hwang=황 Ahn/An=안 Song=송 Yoo/Yu/Ryu=유 Hong=홍 Moon/Mun=문 Bae/Pae=배',
    given:
      'Min=민 Seo/Suh/So=서 Ji/Chi=지 Hyun/Hyeon/Hyon=현 Sung/Seong/Song=성 Young/Yeong/Yong=영 Jin/Chin=진 Soo/Su=수 Dong/Tong=동 Kyung/Gyeong/Kyong=경 Eun/Un=은 Tae/Dae=태 Sang=상 Ye=예 Jae/Chae=재 Hye=혜 Woo/U=우 Yu/Yoo=유',
    second:
      'jun/joon=준 ho=호 hee/hui=희 woo/u=우 min=민 soo/su=수 jin/chin=진 ah/a=아 hyun/hyeon=현 young/yeong/yong=영 chul/cheol/chol=철 mi=미 seok/suk/sok=석 won=원 bin=빈 kyung/gyeong=경 gyu/kyu=규 yeon/yon=연',
    familyFirst: true,
  },
  ja: {
    family:
      'Aizawa=相沢 Fujimori=藤森 Hasebe=長谷部 Ishiguro=石黒 Kobayakawa=小早川 Matsuzaka=松坂 Nagakura=永倉 Ohmori/Omori/Ōmori=大森 Sakakibara=榊原 Tsukamoto=塚本 Uehara=上原 Yoshinaga=吉永',
    given:
      'Aiko=愛子 Daisuke=大輔 Emi=恵美 Haruto=陽斗 Junichi/Jun’ichi=純一 Kaori=香織 Masaru=勝 Naoko=直子 Ryo/Ryou=亮 Shota/Shouta=翔太 Takeshi=武 Yuki/Yuuki=由紀',
    familyFirst: true,
  },
};

interface Part {
  latin: string;
  local: string;
  variants: readonly string[];
}

const parsed = new Map<string, readonly Part[]>();

function parts(list: string): readonly Part[] {
  const known = parsed.get(list);
  if (known) return known;
  const made = list.split(' ').map((word) => {
    const [spellings = '', local] = word.split('=');
    const [latin = '', ...variants] = spellings.split('/');
    return { latin, local: local ?? latin, variants };
  });
  parsed.set(list, made);
  return made;
}

/** A fictional person's name; any likeness comes from the sheer number of people with such names. */
export function makeName(random: Random, culture: string): Name {
  const of = cultures[culture] ?? cultures['en']!;
  const family = random.pick(parts(of.family));
  const first = random.pick(parts(of.given));
  const second = of.second && random.chance(0.82) ? random.pick(parts(of.second)) : undefined;
  const spell = (part: Part) => random.pick([part.latin, part.latin, ...part.variants]);
  const givens = (one: (part: Part) => string) => {
    if (!second) return [one(first)];
    const [a, b] = [one(first), one(second)];
    return culture === 'ko'
      ? [`${a}-${b}`, `${a}${b}`, `${a} ${capital(b)}`]
      : [`${a}${b}`, `${a}-${b}`, `${a} ${capital(b)}`];
  };
  const given = random.pick(givens(spell));
  const spelled = spell(family);
  const isLatin = family.local === family.latin;
  const localGiven = first.local + (second?.local ?? '');
  const local = isLatin
    ? `${first.latin} ${family.latin}`
    : culture === 'ko' || culture === 'zh' || culture === 'ja'
      ? `${family.local}${culture === 'ja' ? ' ' : ''}${localGiven}`
      : `${localGiven} ${family.local}`;
  return {
    given,
    family: spelled,
    local,
    variants: [0, 1, 2].map(() => {
      const other = random.pick(givens(spell));
      return of.familyFirst && random.chance(0.5)
        ? `${spell(family)} ${other}`
        : `${other} ${spell(family)}`;
    }),
  };
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
