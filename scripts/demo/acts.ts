import type { AgreementInput, EndingInput } from '../../server/introductions/introduction-acts.ts'
import type { dismissalReasons } from '../../server/matching/match-acts.ts'

/** What a person of the demo does with the match of an offer and a need: shows interest, or one of the other acts. */
export interface DemoAct {
  /** Days before the seeding. */
  daysAgo: number
  /** Key of a demo person. */
  by: string
  /** Keys of the match's postings. */
  offer: string
  need: string
  dismissal?: (typeof dismissalReasons)[number]
  /** Written to the other side of an introduction. */
  message?: string
  ending?: EndingInput
  /** What both agreed on; it begins on the day of the seeding. */
  proposal?: Omit<AgreementInput, 'startsOn'>
  confirmation?: true
}

const turkana = { offer: 'solar-fridges-kenya', need: 'solar-fridges-turkana' }
const oxygen = { offer: 'volunteer-engineers-oxygen', need: 'oxygen-engineers' }
const androy = { offer: 'semences-locales', need: 'semences-androy' }
const karite = { offer: 'dotation-cooperatives', need: 'karite-burkina' }
const zaatari = { offer: 'minassat-taallum', need: 'taleem-raqami-zaatari' }
const kolda = { offer: 'xifei-yimiao-bingxiang', need: 'chaine-du-froid-kolda' }
const piura = { offer: 'cartes-inondations', need: 'alerta-temprana-piura' }

/** The earliest first; of one day, in the order in which they were done. */
export const demoActs: DemoAct[] = [
  {
    daysAgo: 19,
    by: 'company',
    offer: 'sistemas-solares-honduras',
    need: 'solar-salud-honduras',
    dismissal: 'wrong-time',
  },
  { daysAgo: 13, by: 'who', ...oxygen },
  {
    daysAgo: 13,
    by: 'outsider',
    offer: 'computo-alertas',
    need: 'alerta-temprana-piura',
    dismissal: 'other-subject',
  },
  { daysAgo: 13, by: 'vanille', ...androy },
  { daysAgo: 9, by: 'undp', offer: 'nasosy-priaralye', need: 'aral-saksaul' },
  { daysAgo: 9, by: 'company', ...oxygen },
  {
    daysAgo: 9,
    by: 'company',
    ...oxygen,
    message:
      'Good morning. Eight of our people have said yes for eight weeks each; two of them speak Portuguese. Which hospitals come first, and who receives them there?',
  },
  { daysAgo: 9, by: 'outsider', ...piura },
  { daysAgo: 9, by: 'madagascar', ...androy },
  {
    daysAgo: 9,
    by: 'madagascar',
    ...androy,
    message:
      'Bonjour, les pluies sont attendues dans six semaines. Les boutures peuvent-elles être à Ambovombe avant ? Nous avons un entrepôt ombragé pour quatre jours au plus.',
  },
  { daysAgo: 9, by: 'namouthaj', offer: 'satellite-internet-schools', need: 'school-internet-garissa' },
  { daysAgo: 9, by: 'women', ...karite },
  {
    daysAgo: 6,
    by: 'who',
    ...oxygen,
    message:
      'Beira and Quelimane first, where three plants stand still, then Blantyre. The provincial engineer meets them at the airport. Could two come before the middle of next month?',
  },
  { daysAgo: 6, by: 'senegal', ...kolda },
  { daysAgo: 6, by: 'orbital', ...piura },
  {
    daysAgo: 6,
    by: 'outsider',
    ...piura,
    message:
      'Gracias por el interés. La cuenca alta queda bajo nubes de enero a marzo: ¿el radar alcanza también las quebradas angostas, o solo el valle?',
  },
  { daysAgo: 6, by: 'eau', ...karite },
  {
    daysAgo: 6,
    by: 'eau',
    ...karite,
    message:
      'Bonjour. Le versement peut partir dès que l’union nous a envoyé ses statuts et le relevé du fonds. Y a-t-il un compte séparé pour le fonds de roulement ?',
  },
  {
    daysAgo: 6,
    by: 'vanille',
    ...androy,
    message:
      'Oui : deux camions quittent Toliara le lundi, et les boutures sont coupées la veille. Il nous faut la liste des fokontany trois jours avant.',
  },
  {
    daysAgo: 6,
    by: 'madagascar',
    ...androy,
    proposal: {
      title: 'Boutures et semences pour l’Androy avant les pluies',
      description:
        'L’entreprise fournit 900 000 boutures de patate douce et 14 tonnes de semences de niébé et accompagne la plantation ; la FAO choisit les sites avec les communes et suit deux saisons.',
      model: 'core-business',
    },
  },
  { daysAgo: 6, by: 'who', offer: 'perevozka-lekarstv', need: 'lekarstva-pamir', dismissal: 'too-small' },
  { daysAgo: 3, by: 'vanille', ...androy, confirmation: true },
  {
    daysAgo: 3,
    by: 'women',
    ...karite,
    message:
      'Merci. L’union vient d’obtenir un crédit de la banque régionale et n’a plus besoin du fonds cette année ; nous en sommes désolées et restons en contact.',
  },
  { daysAgo: 3, by: 'company', ...turkana },
  { daysAgo: 3, by: 'fao', offer: 'shuidao-wurenji', need: 'meigonghe-daotian' },
  { daysAgo: 3, by: 'namouthaj', ...zaatari },
  { daysAgo: 3, by: 'shili', ...kolda },
  {
    daysAgo: 3,
    by: 'shili',
    ...kolda,
    message:
      'Bonjour, nos soixante réfrigérateurs sont prêts à Ningbo. Le dépôt de Kolda a-t-il un quai, ou faut-il un camion avec hayon ? 设备每台重一百四十公斤。',
  },
  {
    daysAgo: 3,
    by: 'orbital',
    ...piura,
    message:
      'Les quebradas de plus de dix mètres, oui ; en dessous, nous donnons la surface inondée du bassin. Une activation d’essai en janvier vous conviendrait-elle ?',
  },
  { daysAgo: 3, by: 'alimentos', offer: 'galletas-fortificadas', need: 'comedores-loreto' },
  { daysAgo: 1, by: 'office', ...turkana },
  {
    daysAgo: 1,
    by: 'office',
    ...turkana,
    message:
      'Thank you for the offer. The county store in Lodwar can take twenty units at a time. Could the first twenty arrive before the measles campaign, and who carries them from Mombasa?',
  },
  {
    daysAgo: 1,
    by: 'company',
    ...turkana,
    message:
      'Twenty can sail on the 9th and be in Lodwar five weeks later; we pay the lorry from Mombasa. Our two technicians would come with them. Please send the list of health posts, so that we can check roofs and shade beforehand.',
  },
  {
    daysAgo: 1,
    by: 'who',
    ...oxygen,
    proposal: {
      title: 'Engineers for oxygen plants in Mozambique and Malawi',
      description:
        'Eight volunteer engineers repair oxygen plants and hospital power in Beira, Quelimane and Blantyre, eight weeks each, and train the technicians of the hospitals.',
      model: 'social-investment',
    },
  },
  {
    daysAgo: 1,
    by: 'who',
    ...oxygen,
    message:
      'We have put what we agreed into the form above; please confirm it if it is right. The letters for the visas are on their way.',
  },
  {
    daysAgo: 1,
    by: 'women',
    ...karite,
    ending: { reason: 'agreed-elsewhere', note: 'L’union a trouvé un crédit pour cette saison.' },
  },
  { daysAgo: 1, by: 'jordan', ...zaatari },
  {
    daysAgo: 1,
    by: 'jordan',
    ...zaatari,
    message:
      'شكراً لكم. في المراكز ثلاثمئة وخمسون لوحاً، فهل تكفي المنصة لطفلين على اللوح الواحد؟ ونود أن يرى معلمونا درساً أو درسين قبل نهاية الأسبوع.',
  },
  { daysAgo: 1, by: 'unhcr', offer: 'forages-sahel', need: 'forages-tchad' },
]
