import type { Random } from './random.ts';

/** Given names and family names by culture. */
const pools: Record<string, [string, string]> = {
  english: [
    'James Olivia Daniel Emily Thomas Hannah Michael Sarah Andrew Grace Ryan Chloe Peter Laura Kevin Megan Adam Rachel Brian Alice Simon Nicole',
    'Smith Carter Walker Hughes Morgan Bennett Cooper Reed Ward Fisher Palmer Barnes Mason Porter Dixon Lawson Burke Hardy Sutton Wells Doyle Payne',
  ],
  indian: [
    'Rahul Priya Amit Sneha Vikram Anjali Rohan Kavya Arjun Meera Suresh Divya Nikhil Pooja Karan Lakshmi Manish Swati Deepak Asha',
    'Sharma Patel Nair Iyer Gupta Reddy Kulkarni Menon Joshi Verma Desai Rao Mehta Pillai Chauhan Bose Kapoor Shetty Jain Singh',
  ],
  pakistani: [
    'Ahmed Ayesha Bilal Fatima Usman Sana Hamza Zainab Imran Maryam Faisal Hira Kashif Rabia Adeel Noor Waqas Sadia Zeeshan Amna',
    'Khan Malik Hussain Raza Butt Qureshi Sheikh Iqbal Chaudhry Siddiqui Akhtar Mirza Javed Aslam Rehman Bhatti Abbasi Nawaz',
  ],
  bangla: [
    'Rafiq Nasrin Tanvir Farhana Shakil Sumaiya Arif Jannat Mahmud Rumana Sohel Tania Imran Sharmin Rakib Nusrat Hasan Moushumi',
    'Rahman Islam Hossain Ahmed Akter Chowdhury Uddin Sarker Karim Begum Miah Talukder Alam Haque Khatun Roy Das Mollah',
  ],
  nepali: [
    'Bikash Sunita Prakash Anita Suman Sabina Nabin Puja Rajesh Manisha Dipesh Kabita Sagar Sarita Roshan Asmita',
    'Shrestha Gurung Tamang Rai Thapa Karki Adhikari Magar Lama Basnet Khadka Maharjan Poudel Bhandari',
  ],
  filipino: [
    'Jose Maria Mark Angelica John Kristine Paolo Jasmine Carlo Patricia Rafael Camille Miguel Bianca Jerome Althea Ramon Liza',
    'Santos Reyes Cruz Bautista Garcia Mendoza Flores Ramos Aquino Villanueva Castillo Navarro Salazar Dizon Pascual Mercado',
  ],
  vietnamese: [
    'Minh Linh Tuan Huong Duc Mai Long Trang Quan Thao Nam Ngoc Hieu Lan Phong Yen Khoa Vy',
    'Nguyen Tran Le Pham Hoang Phan Vu Dang Bui Do Ho Ngo Duong Ly',
  ],
  indonesian: [
    'Budi Siti Agus Dewi Rizki Putri Andi Ayu Dimas Fitri Eko Ratna Fajar Indah Bayu Wulan Hendra Maya',
    'Santoso Wijaya Pratama Saputra Lestari Hidayat Nugroho Setiawan Kusuma Rahayu Gunawan Siregar Permana Utami Halim Wibowo',
  ],
  chinese: [
    'Wei Fang Jun Min Lei Jing Tao Yan Qiang Xiu Peng Hui Bo Na Chao Ting Yong Xue Ming Li',
    'Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo',
  ],
  korean: [
    'Min-jun Seo-yeon Ji-hoon Ji-woo Hyun-woo Soo-jin Dong-hyun Eun-ji Sung-min Hye-jin Jae-won Yu-na Young-ho Mi-kyung Tae-yang Da-eun Joon-ho Ha-eun',
    'Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song',
  ],
  japanese: [
    'Haruto Yui Sota Aoi Ren Hina Kaito Sakura Daiki Mei Takumi Nanami Yuki Ayaka Kenta Misaki',
    'Sato Suzuki Takahashi Tanaka Ito Yamamoto Nakamura Kobayashi Kato Yoshida Sasaki Matsumoto Inoue Kimura',
  ],
  russian: [
    'Alexei Anna Dmitry Elena Ivan Olga Sergey Natalia Mikhail Irina Pavel Svetlana Nikolai Yulia Andrei Tatiana Artem Daria',
    'Ivanov Petrov Sidorov Kuznetsov Popov Volkov Sokolov Morozov Lebedev Novikov Kozlov Pavlov Orlov Makarov Zaitsev Belov',
  ],
  ukrainian: [
    'Oleksandr Oksana Andriy Iryna Taras Kateryna Bohdan Yuliia Dmytro Halyna Vasyl Olena Yaroslav Sofiia Roman Nadiia',
    'Shevchenko Kovalenko Bondarenko Tkachenko Kravchenko Oliynyk Koval Melnyk Savchenko Rudenko Marchenko Lysenko Moroz Petrenko',
  ],
  polish: [
    'Piotr Anna Krzysztof Katarzyna Tomasz Magdalena Pawel Agnieszka Marcin Ewa Jakub Zofia Michal Joanna Lukasz Monika',
    'Nowak Kowalski Wisniewski Wojcik Kaminski Lewandowski Zielinski Szymanski Wozniak Dabrowski Mazur Krawczyk Piotrowski Pawlak',
  ],
  romanian: [
    'Andrei Maria Mihai Elena Alexandru Ioana Stefan Ana Cristian Raluca Radu Diana Bogdan Simona',
    'Popescu Ionescu Popa Radu Dumitru Stan Stoica Gheorghe Matei Ciobanu Rusu Munteanu Marin Lazar',
  ],
  serbian: [
    'Nikola Jelena Marko Milica Stefan Ana Luka Ivana Milos Jovana Petar Teodora Vuk Sanja',
    'Jovanovic Petrovic Nikolic Markovic Djordjevic Stojanovic Ilic Stankovic Pavlovic Milosevic Todorovic Kostic Popovic',
  ],
  german: [
    'Lukas Anna Jonas Lena Felix Sophie Max Julia Paul Katharina Tobias Laura Stefan Miriam Jan Nina',
    'Mueller Schmidt Schneider Fischer Weber Becker Hoffmann Koch Bauer Richter Wolf Schroeder Neumann Braun Zimmermann Krueger',
  ],
  french: [
    'Lucas Camille Hugo Manon Antoine Claire Julien Sophie Nicolas Marine Mathieu Elodie Pierre Juliette',
    'Martin Bernard Dubois Moreau Laurent Lefebvre Leroy Roux Fontaine Chevalier Garnier Faure Mercier Blanc',
  ],
  turkish: [
    'Mehmet Elif Emre Zeynep Burak Ayse Can Merve Murat Selin Kerem Derya Onur Esra',
    'Yilmaz Kaya Demir Celik Sahin Yildiz Aydin Ozturk Arslan Dogan Kilic Aslan Koc Kurt',
  ],
  arabic: [
    'Mohamed Salma Youssef Nour Omar Mariam Karim Yasmin Khaled Heba Tarek Dina Hassan Rania Amine Leila',
    'Hassan Ibrahim Mostafa Fathy Mansour Saleh Nasser Farouk Bennani Alaoui Tazi Idrissi Shawky Gamal Zaki Amrani',
  ],
  nigerian: [
    'Chinedu Ngozi Emeka Adaeze Tunde Folake Ibrahim Amina Segun Chioma Kunle Funmi Obinna Blessing Yusuf Temitope',
    'Okafor Adeyemi Eze Balogun Okonkwo Bello Nwosu Adebayo Ogunleye Musa Obi Lawal Ibe Olawale Abubakar Onyeka',
  ],
  kenyan: [
    'Brian Faith Kevin Mercy Dennis Joyce Peter Wanjiku Collins Achieng Samuel Njeri Victor Akinyi Felix Chebet',
    'Kamau Otieno Mwangi Njoroge Ochieng Kiptoo Wambui Mutua Odhiambo Kariuki Cheruiyot Maina Omondi Kimani',
  ],
  brazilian: [
    'Joao Ana Pedro Mariana Lucas Juliana Gabriel Fernanda Rafael Beatriz Thiago Camila Bruno Leticia Felipe Larissa',
    'Silva Souza Oliveira Lima Pereira Costa Rodrigues Almeida Nascimento Carvalho Araujo Ribeiro Barbosa Rocha Moura Teixeira',
  ],
  spanish: [
    'Juan Sofia Carlos Valentina Diego Camila Luis Lucia Andres Daniela Javier Paula Mateo Gabriela Santiago Mariana',
    'Gonzalez Rodriguez Martinez Lopez Hernandez Perez Sanchez Ramirez Torres Diaz Vargas Castro Rojas Moreno Gutierrez Romero',
  ],
};

export interface Name {
  given: string;
  family: string;
}

export function drawName(rng: Random, culture: string, family?: string): Name {
  const [given, families] = pools[culture] ?? pools['english']!;
  let first = rng.pick(given.split(' '));
  if (rng.chance(0.12)) {
    const second = rng.pick(given.split(' '));
    if (second !== first && !first.includes('-')) first += ` ${second}`;
  }
  return { given: first, family: family ?? rng.pick(families.split(' ')) };
}

/** The family name is written first where people do so; some documents do it in capitals. */
export function written(name: Name, culture: string, rng: Random): string {
  const familyFirst = ['chinese', 'korean', 'vietnamese', 'japanese'].includes(culture);
  const flip = familyFirst && rng.chance(0.35);
  const text = flip ? `${name.family} ${name.given}` : `${name.given} ${name.family}`;
  return rng.chance(0.06) ? text.toUpperCase() : text;
}
