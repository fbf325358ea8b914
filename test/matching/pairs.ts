import type { PostingContent } from '../../server/postings/posting.ts'

/** `same`: 70 or more. `related`: 30 to 69. `unrelated`: under 30. */
export type Band = 'same' | 'related' | 'unrelated'

export interface JudgedPair {
  name: string
  band: Band
  offer: Partial<PostingContent>
  need: Partial<PostingContent>
}

const goods = { contributionTypes: ['in-kind-goods'], sdgs: [3], countries: ['KEN'] } as const
const about = (
  title: string,
  description: string,
  fields: Partial<PostingContent> = {},
): Partial<PostingContent> =>
  ({ ...structuredClone(goods), title, description, ...fields }) as Partial<PostingContent>

const fridges = about(
  'Fifty solar vaccine refrigerators',
  'New WHO-prequalified refrigerators with solar panels, for keeping vaccines cold in clinics without mains power.',
)
const fridgesWanted = about(
  'Solar vaccine refrigerators for Turkana',
  'Forty health posts have no reliable power. We ask for solar refrigerators that keep vaccines between 2 and 8 degrees.',
)

export const judgedPairs: JudgedPair[] = [
  { name: 'the same in plain words', band: 'same', offer: fridges, need: fridgesWanted },
  {
    name: 'titles paraphrased',
    band: 'same',
    offer: fridges,
    need: about(
      'Cold chain equipment for immunization in remote clinics',
      'Vaccines spoil where electricity fails; we look for refrigerators that run on sunlight.',
    ),
  },
  {
    name: 'short descriptions',
    band: 'same',
    offer: about('Mosquito nets', 'Treated mosquito nets, ready to ship.'),
    need: about('Mosquito nets wanted', 'Nets against malaria for 900 families.'),
  },
  {
    name: 'French need, English offer',
    band: 'same',
    offer: fridges,
    need: about(
      'Réfrigérateurs solaires pour vaccins',
      'Quarante postes de santé sans électricité fiable doivent conserver les vaccins au froid.',
      { language: 'fr' },
    ),
  },
  {
    name: 'Arabic need, Chinese offer',
    band: 'same',
    offer: about('太阳能疫苗冷藏箱五十台', '全新太阳能冰箱，用于在没有电网的诊所保存疫苗，维持冷链。', {
      language: 'zh',
    }),
    need: about(
      'ثلاجات شمسية لحفظ اللقاحات',
      'تحتاج المراكز الصحية إلى الطاقة الشمسية للحفاظ على سلسلة تبريد اللقاحات.',
      {
        language: 'ar',
      },
    ),
  },
  {
    name: 'Russian need, Spanish offer',
    band: 'same',
    offer: about(
      'Semillas de maíz resistentes a la sequía',
      'Doce toneladas de semillas certificadas para pequeños agricultores.',
      {
        language: 'es',
        sdgs: [2],
      },
    ),
    need: about(
      'Семена засухоустойчивых культур',
      'Мелким фермерам нужны семена кукурузы, устойчивые к засухе, до начала сева.',
      {
        language: 'ru',
        sdgs: [2],
      },
    ),
  },
  {
    name: 'a subject outside the vocabulary',
    band: 'same',
    offer: about('Braille typewriters', 'Sixty overhauled braille typewriters with spare ribbons.', {
      sdgs: [4],
    }),
    need: about(
      'Braille typewriters for a library',
      'The library lends braille typewriters to readers and has only two.',
      {
        sdgs: [4],
      },
    ),
  },
  {
    name: 'a subject outside the vocabulary, reworded',
    band: 'same',
    offer: about('Refurbished pianos', 'Twelve upright pianos, tuned and packed.', { sdgs: [4] }),
    need: about(
      'An upright piano for a conservatory',
      'Our conservatory seeks pianos that can be tuned locally.',
      {
        sdgs: [4],
      },
    ),
  },
  {
    name: 'expertise in the law',
    band: 'same',
    offer: about(
      'Pro bono lawyers for legal aid',
      'Our lawyers give 400 hours of legal aid and training of paralegals.',
      {
        contributionTypes: ['expertise'],
        sdgs: [16],
      },
    ),
    need: about(
      'Legal aid clinics need lawyers',
      'We seek lawyers who advise detainees and train paralegals in legal aid.',
      {
        contributionTypes: ['expertise', 'personnel'],
        sdgs: [16],
      },
    ),
  },
  {
    name: 'the same title, though in general words',
    band: 'same',
    offer: about('Education for refugee children', 'Books, desks and uniforms.', { sdgs: [4] }),
    need: about('Education for refugee children', 'Two hundred pupils are about to start.', { sdgs: [4] }),
  },
  {
    name: 'no goals declared',
    band: 'same',
    offer: { ...fridges, sdgs: [] },
    need: { ...fridgesWanted, sdgs: [] },
  },
  {
    name: 'offered anywhere',
    band: 'same',
    offer: { ...fridges, countries: [] },
    need: fridgesWanted,
  },
  {
    name: 'offered for the region',
    band: 'same',
    offer: { ...fridges, countries: [], regions: ['002'] },
    need: fridgesWanted,
  },
  {
    name: 'vaccines, but syringes and not refrigerators',
    band: 'related',
    offer: about('Auto-disable syringes', 'Two million syringes for vaccination campaigns.', { sdgs: [9] }),
    need: fridgesWanted,
  },
  {
    name: 'both for refugees and schools, one desks and one meals',
    band: 'related',
    offer: about('School desks', 'Benches and desks for schools that host refugee pupils.', { sdgs: [4] }),
    need: about(
      'Hot school meals for refugee children',
      'Schools in the settlements want to serve a warm lunch.',
      {
        sdgs: [4],
      },
    ),
  },
  {
    name: 'water pumps and water filters',
    band: 'related',
    offer: about('Hand pumps for village wells', 'Pumps with spare parts for five years.', { sdgs: [6] }),
    need: about('Household water filters', 'Families drink from the river and need filters.', { sdgs: [6] }),
  },
  {
    name: 'same place and type, other subject and goal',
    band: 'unrelated',
    offer: fridges,
    need: about(
      'Fishing boats and nets for a lake cooperative',
      'The cooperative lost its boats in a storm.',
      { sdgs: [14] },
    ),
  },
  {
    name: 'same place, type and goal, other subject',
    band: 'unrelated',
    offer: fridges,
    need: about('Wheelchairs and crutches', 'The rehabilitation centre asks for wheelchairs of three sizes.'),
  },
  {
    name: 'both train, but midwives and election observers',
    band: 'unrelated',
    offer: about('Training of midwives', 'We train midwives in safe delivery.', {
      contributionTypes: ['expertise'],
    }),
    need: about('Training of election observers', 'Observers are to be trained before the vote.', {
      contributionTypes: ['expertise'],
      sdgs: [16],
    }),
  },
  {
    name: 'general words only',
    band: 'unrelated',
    offer: about('Support to communities', 'We offer support to communities in need and to local partners.', {
      sdgs: [],
    }),
    need: about('Support for local communities', 'We seek a partner to support tax administration reform.', {
      sdgs: [],
    }),
  },
  {
    name: 'the country is all that they share',
    band: 'unrelated',
    offer: about('Laptops for Kenya', 'Refurbished laptops for Kenya.', { sdgs: [4] }),
    need: about('Maize for Kenya', 'Maize for Kenya after the failed harvest.', { sdgs: [2] }),
  },
  {
    name: 'other languages, other subjects',
    band: 'unrelated',
    offer: about('太阳能疫苗冷藏箱', '用于保存疫苗。', { language: 'zh' }),
    need: about('Filets de pêche', 'Les pêcheurs ont perdu leurs filets.', { language: 'fr', sdgs: [14] }),
  },
  {
    name: 'other languages, no concept on either side',
    band: 'unrelated',
    offer: about('Refurbished pianos', 'Twelve upright pianos, tuned and packed.'),
    need: about('Пишущие машинки', 'Нужны печатные машинки.', { language: 'ru' }),
  },
  {
    name: 'women, but microcredit and cervical cancer',
    band: 'unrelated',
    offer: about('Small loans for women traders', 'A credit line for market women.', {
      contributionTypes: ['cash'],
      sdgs: [5],
    }),
    need: about('Cervical cancer screening for women', 'Funds to screen 20,000 women.', {
      contributionTypes: ['cash'],
      sdgs: [3],
    }),
  },
  {
    name: 'refugees, but legal aid and a mobile clinic',
    band: 'unrelated',
    offer: about('Legal aid for refugees', 'Lawyers advise refugees on their papers.', {
      contributionTypes: ['expertise'],
      sdgs: [16],
    }),
    need: about('Mobile clinic for refugees', 'Doctors are sought for a clinic on wheels.', {
      contributionTypes: ['expertise'],
      sdgs: [3],
    }),
  },
]
