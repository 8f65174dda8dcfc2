import { type Random } from './random.ts';

/** Given and family names of each culture, as written in Latin letters. */
const POOLS: Record<string, [given: string, family: string]> = {
  english: [
    'James Oliver Emma Grace Henry Lucy Daniel Megan Thomas Hannah Adam Claire Ryan Laura Peter Alice Simon Rachel Mark Helen Scott Amy Ian Ruth Owen Nora',
    'Walker Harris Turner Bennett Foster Hughes Palmer Mason Barker Holland Pearce Whitfield Dawson Marsh Fletcher Norton Ellis Shaw Reed Webb Lawson Hobbs Carver Stone',
  ],
  spanish: [
    'Mateo Lucia Diego Camila Javier Elena Andres Paula Tomas Ines Sergio Marta Pablo Rocio Bruno Julia Hugo Nadia Emilio Sara Ramiro Pilar Ivan Clara',
    'Romero Salinas Ortega Fuentes Navarro Cabrera Molina Rivas Campos Vega Herrera Acosta Pereyra Luna Ibarra Soto Medina Duarte Quiroga Peralta Benitez Leiva',
  ],
  chinese: [
    'Wei Jing Lei Yan Hao Xin Ming Fang Jun Li Qiang Na Tao Min Bo Hui Chao Ting Peng Xue Kai Rui Jiahui Zihan',
    'Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo Liang Song',
  ],
  korean: [
    'Minjun Jiwoo Seojun Hayoon Doyun Jimin Hyunwoo Eunji Sungmin Yuna Taehyung Soyeon Junho Minji Kyungsoo Haeun Dongwook Nari Sangho Bora Jaehyun Sujin',
    'Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Ryu Hong',
  ],
  indian: [
    'Arjun Priya Rahul Anjali Vikram Neha Karthik Divya Rohan Sneha Aditya Pooja Suresh Kavya Manish Ritu Nikhil Asha Varun Meera Deepak Isha Sanjay Lata',
    'Sharma Nair Patel Reddy Iyer Gupta Menon Kulkarni Joshi Verma Rao Desai Pillai Chauhan Mishra Bhat Saxena Thakur Kapoor Das Shetty Trivedi',
  ],
  pakistani: [
    'Ahmed Ayesha Bilal Fatima Hamza Sana Usman Hira Zain Maryam Ali Iqra Faisal Nida Saad Rabia Imran Zara Kashif Amna Tariq Sidra',
    'Khan Malik Butt Qureshi Sheikh Chaudhry Mirza Iqbal Aslam Raza Javed Siddiqui Baig Anwar Hashmi Akhtar Awan Rafiq Saleem Yousaf',
  ],
  bengali: [
    'Tanvir Nusrat Rakib Sumaiya Arif Farhana Sabbir Jannat Mehedi Sharmin Imtiaz Rima Nayeem Tania Fahim Mitu Shakil Lamia Rasel Shila',
    'Rahman Hossain Islam Akter Chowdhury Karim Uddin Begum Miah Sarkar Haque Alam Biswas Mondal Talukder Khatun Roy Sikder',
  ],
  filipino: [
    'Jose Maria Angelo Kristine Mark Jasmine Paolo Bianca Carlo Liza Ramon Grace Nico Rhea Jerome Aileen Dante Joy Rico Mae',
    'Santos Reyes Cruz Bautista Garcia Mendoza Villanueva Ramos Aquino Castillo Dizon Pascual Salazar Manalo Dela-Cruz Ocampo Tolentino Magsino',
  ],
  vietnamese: [
    'Minh Linh Anh Huong Duc Trang Khoa Thao Quan Mai Hieu Nga Tuan Lan Phuc Yen Bao Vy Son Hanh',
    'Nguyen Tran Le Pham Hoang Phan Vu Dang Bui Do Ngo Duong Ly Truong Dinh Ho',
  ],
  indonesian: [
    'Budi Siti Agus Dewi Rizky Putri Andi Wulan Fajar Ayu Bayu Ratna Hendra Intan Yusuf Sari Dimas Maya Eko Nina',
    'Santoso Wijaya Pratama Saputra Hidayat Kusuma Nugroho Lestari Setiawan Gunawan Halim Siregar Purnomo Suryadi Wibowo Utami',
  ],
  japanese: [
    'Haruto Yui Sota Aoi Ren Sakura Kenji Naomi Takumi Emi Daiki Mio Ryo Hana Shota Kaori Yuto Rin',
    'Sato Suzuki Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki Mori Ikeda Hashimoto Ogawa',
  ],
  nepali: [
    'Bikash Sunita Prakash Anita Suman Sarita Dipesh Mina Ramesh Puja Nabin Kabita Sagar Binita Roshan Sabina',
    'Shrestha Gurung Tamang Thapa Rai Karki Adhikari Magar Lama Bhandari Poudel Basnet Maharjan Khadka',
  ],
  russian: [
    'Ivan Anna Dmitry Olga Sergey Elena Alexei Irina Nikita Tatiana Pavel Maria Andrei Svetlana Maxim Daria Roman Yulia Kirill Vera',
    'Ivanov Smirnov Kuznetsov Popov Sokolov Lebedev Kozlov Morozov Volkov Orlov Belov Zaitsev Pavlov Egorov Tarasov Komarov Frolov Gusev',
  ],
  ukrainian: [
    'Oleksandr Oksana Taras Iryna Bohdan Nataliia Andrii Kateryna Vasyl Halyna Yurii Sofiia Denys Olena Maksym Yaryna',
    'Shevchenko Kovalenko Bondarenko Tkachenko Kravchuk Melnyk Polishchuk Savchenko Lysenko Marchenko Rudenko Moroz Petrenko Hrytsenko',
  ],
  polish: [
    'Jan Anna Piotr Ewa Tomasz Zofia Marcin Magda Kamil Alicja Jakub Kinga Pawel Beata Michal Dorota',
    'Kowalski Nowak Wisniewski Wojcik Kaminski Lewandowski Zielinski Szymanski Dabrowski Mazur Krawczyk Pawlak Sikora Baran',
  ],
  romanian: [
    'Andrei Ioana Mihai Elena Radu Maria Vlad Alina Stefan Diana Bogdan Roxana Cristian Simona',
    'Popescu Ionescu Radu Stan Dumitru Matei Ciobanu Rusu Munteanu Lazar Marin Tudor Dobre Barbu',
  ],
  serbian: [
    'Marko Jelena Nikola Ana Stefan Milica Luka Ivana Milan Teodora Vuk Jovana Petar Dunja',
    'Petrovic Jovanovic Nikolic Ilic Markovic Pavlovic Stankovic Kovacevic Savic Lukic Todorovic Simic',
  ],
  german: [
    'Lukas Anna Jonas Lena Felix Julia Niklas Katrin Tim Sabine Moritz Heike Jan Svenja Karl Greta',
    'Mueller Schmidt Fischer Weber Wagner Becker Hoffmann Koch Richter Wolf Neumann Krause Vogel Lehmann Brandt Seidel',
  ],
  french: [
    'Louis Camille Hugo Manon Jules Chloe Antoine Lea Nicolas Sophie Marc Juliette Remi Elise Paul Margot',
    'Martin Bernard Dubois Moreau Laurent Girard Fournier Lambert Rousseau Blanc Guerin Chevalier Perrin Masson Leroux Barbier',
  ],
  turkish: [
    'Emre Elif Mehmet Zeynep Can Ayse Burak Merve Kerem Selin Onur Esra Deniz Gizem Serkan Derya',
    'Yilmaz Kaya Demir Celik Sahin Yildiz Arslan Dogan Kilic Aydin Ozturk Polat Koc Erdem Aksoy Tekin',
  ],
  arabic: [
    'Omar Salma Youssef Nour Karim Mona Hassan Dina Mahmoud Heba Tarek Rania Khaled Yasmin Amr Laila',
    'Mansour Farouk Saleh Nasser Hamdy Fahmy Sabry Zaki Badawi Ragab Shahin Gaber Kamal Fouad Halim Tawfik',
  ],
  african: [
    'Chidi Amaka Tunde Ngozi Emeka Wanjiru Kamau Akinyi Ibrahim Halima Segun Funmi Otieno Grace Kwame Efua Musa Blessing Kelechi Njeri',
    'Okafor Adeyemi Okonkwo Balogun Mwangi Odhiambo Kariuki Wafula Eze Bello Mensah Owusu Achieng Njoroge Afolabi Nwosu Kiptoo Abubakar',
  ],
  portuguese: [
    'Joao Ana Pedro Beatriz Lucas Larissa Gustavo Mariana Rafael Leticia Thiago Carla Felipe Renata Caio Bruna',
    'Silva Souza Oliveira Pereira Costa Almeida Ribeiro Carvalho Barbosa Teixeira Moraes Cardoso Azevedo Freitas Nunes Farias',
  ],
};

const SPLIT = new Map(
  Object.entries(POOLS).map(([culture, [given, family]]) => [
    culture,
    [given.split(' '), family.split(' ')] as const,
  ]),
);

/** Given name first. A few people have a second given name. */
export function drawName(random: Random, culture: string): { given: string; family: string } {
  const [given, family] = SPLIT.get(culture)!;
  const first = random.pick(given);
  const second = random.chance(0.12) ? ` ${random.pick(given)}` : '';
  return { given: first + second, family: random.pick(family) };
}
