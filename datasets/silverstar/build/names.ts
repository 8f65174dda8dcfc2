import type { Random } from './random.ts';

interface NamePool {
  given: readonly string[];
  family: readonly string[];
}

/** Common given and family names of many countries; every person is a made-up pair of two. */
const pools: Readonly<Record<string, NamePool>> = {
  british: pool('Alice Tom Priya Owen Megan Harriet Callum Imogen Rhys Fergus Nadia Joel Beth Miles', 'Tranter Pendry Ashby Kettle Marlow Hobday Wainwright Penrose Lacey Thorley Dunmore Quill Farrow'),
  american: pool('Dana Marcus Tyler Rosa Kayla Jerome Leah Brandon Inez Curtis Paige Darnell Hope Wes', 'Holloway Ruiz Trask Bellamy Okun Sutter Vance Delacroix Whitlow Morrow Haskell Pruitt Landry'),
  german: pool('Jana Lukas Miriam Felix Anke Jonas Svenja Till Katrin Moritz', 'Brandner Kessling Hollmann Reuter Vossberg Dietz Lammers Pohlke'),
  polish: pool('Zofia Marek Agata Tomasz Kinga Piotr Iwona Bartek', 'Zielak Wronka Kubicz Malecki Jaworny Sobota Pilarz'),
  estonian: pool('Liis Rasmus Kadri Siim Maarja Taavi', 'Tammsalu Kivirand Oja Saarmets Lepik'),
  ukrainian: pool('Oksana Taras Iryna Bohdan Daryna Maksym Solomiya Ostap', 'Hrynko Savchuk Melnychko Kovtun Lysak Petrash Dovhan'),
  russian: pool('Pavel Irina Anton Svetlana Egor Marina Kirill Olga Timur Vera', 'Ostrenko Belyakov Suvorkin Zaretsky Lapin Morozkin Gorshenin Tikhonov'),
  turkish: pool('Elif Emre Zeynep Burak Selin Kaan', 'Aksoylu Demirtas Yilmazer Korkut Sahinli'),
  nigerian: pool('Chidi Amaka Tunde Ngozi Femi Bisi Emeka Yemi', 'Okorafor Adeyinka Nwosu Balogunde Eze Afolayan'),
  kenyan: pool('Wanjiru Brian Achieng Kamau Faith Otieno', 'Mwangi Odhiambo Kiprono Njoroge Wekesa'),
  indian: pool('Ananya Rohan Kavya Vikram Meera Arjun Nisha Sanjay Divya Karthik', 'Deshpanday Iyer Bhattar Kulkarni Nambiar Reddiar Chauhan Saxena'),
  bangladeshi: pool('Farhana Tanvir Nusrat Imran Sadia Rakib', 'Rahman Chowdhury Hossain Akhter Sarkar'),
  filipino: pool('Joy Paolo Maricel Jericho Lea Rommel Grace Dennis', 'Dimaculang Reyesano Villacorta Santoza Magbanua Lacson'),
  vietnamese: pool('Linh Minh Thao Quang Huong Duc', 'Nguyen Tran Pham Hoang Vuong Bui'),
  malaysian: pool('Aisyah Wei Jie Farid Mei Ling Hafiz', 'Osmani Tanaka-Lim Rahimi Chong Yap'),
  korean: pool('Minseo Jiho Seoyeon Hyunwoo Yuna Dohyun Sora Taeyang Eunji Junseok Bora Sanghoon', 'Kim Lee Park Choi Jung Kang Cho Yoon Lim Han Shin'),
  chinese: pool('Haoran Yifei Zihan Mingyu Xinyi Junjie Ruoxi Tianyu Shuting Bowen Lanlan Zhiyuan', 'Wen Zhao Liang Sun Gao Luo Cui Piao Jin Song Shen'),
  brazilian: pool('Larissa Thiago Camila Rafael Bianca Caio', 'Teixeira Moraes Figueira Castelo Nogueira'),
  pakistani: pool('Ayesha Bilal Hira Usman Zainab Hamza', 'Qureshi Mirzada Sheikhani Javedi Butt'),
  serbian: pool('Jelena Nikola Milica Stefan Ivana Vuk', 'Petrovac Jovin Stankovic Markov Ilicki'),
}; // prettier-ignore

function pool(given: string, family: string): NamePool {
  return { given: given.split(' '), family: family.split(' ') };
}

/** Hands out names; no two people of the sample have the same one by chance. */
export class NameGiver {
  readonly #given = new Set<string>();

  next(random: Random, culture: string, family?: string): string {
    const from = pools[culture];
    if (!from) throw new Error(`There are no names for ${culture}.`);
    for (let attempt = 0; attempt < 400; attempt++) {
      const name = `${random.pick(from.given)} ${family ?? random.pick(from.family)}`;
      if (this.#given.has(name)) continue;
      this.#given.add(name);
      return name;
    }
    throw new Error(`The names for ${culture} are used up.`);
  }

  /** Keeps a name that a theme chose from being given to anyone else. */
  keep(name: string): string {
    if (this.#given.has(name)) throw new Error(`The name ${name} is taken already.`);
    this.#given.add(name);
    return name;
  }
}

/** `Oksana Hrynko` → `oksana.hrynko`, in plain letters, for handles and e-mail addresses. */
export function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9 ]/g, '')
    .trim()
    .toLowerCase()
    .replaceAll(' ', '.');
}
