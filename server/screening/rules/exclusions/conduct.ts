import type { Exclusion } from '../rule.ts'
import { sources } from '../sources.ts'
import { terms } from '../../text/terms.ts'

const origin = { version: '1', since: '2026-11-01', industries: [], threshold: 0 } as const

/** Offers that name such labour mostly work against it. */
const workAgainst = terms({
  en: 'monitor* | inspect* | school* | address* | survey* | convention* | traffick* | decent | abolish* | abolition | out of | free',
  fr: 'suivi | inspection* | ecole* | enquete* | convention* | traite | abolir | abolition | agir sur',
  es: 'seguimiento | inspeccion* | escuela* | encuesta* | convenio* | trata | abolir | libre de',
  ru: 'мониторинг* | инспекц* | школ* | обследован* | конвенц* | торговл*',
  ar: 'رصد | تفتيش | مدارس | اتفاقيه | اتجار | انهاء',
  zh: '监测 | 检查 | 学校 | 公约 | 贩运',
})

export const conductExclusions: Exclusion[] = [
  {
    ...origin,
    id: 'permitted.pornography',
    topic: 'pornography',
    source: sources.guidelines,
    subject: { en: 'pornography', fr: 'pornographie', ar: 'المواد الإباحية' },
    terms: terms({
      en: 'porn | pornograph* | adult entertainment | escort service*',
      fr: 'porno* | divertissement pour adultes',
      es: 'porno* | entretenimiento para adultos',
      ru: 'порно*',
      ar: 'اباحي* | افلام للكبار',
      zh: '色情 | 成人影片',
    }),
  },
  {
    ...origin,
    id: 'permitted.gambling',
    topic: 'gambling',
    source: sources.guidelines,
    subject: { en: 'gambling', fr: 'jeux de hasard', ar: 'القمار' },
    industries: ['92'],
    terms: terms({
      en: 'gambling | casino* | betting | slot machine* | sportsbook* | bookmaker*',
      fr: 'jeux de hasard | casino* | paris sportifs | jeux d argent | machines a sous',
      es: 'juegos de azar | casino* | apuestas | tragamonedas',
      ru: 'азартн* игр* | казино | букмекер* | ставк* на спорт',
      ar: 'قمار | كازينو* | مراهنات | رهانات',
      zh: '赌博 | 赌场 | 博彩 | 彩票',
    }),
  },
  {
    ...origin,
    id: 'permitted.human-rights',
    topic: 'humanRightsViolations',
    source: sources.humanRights,
    subject: {
      en: 'complicity in human rights violations',
      fr: 'complicité de violations des droits humains',
      ar: 'التواطؤ في انتهاكات حقوق الإنسان',
    },
    controversy: 'human-rights',
    terms: terms({
      en: 'forced eviction* | mass surveillance | interrogation equipment | torture',
      fr: 'expulsions forcees | surveillance de masse | torture*',
      es: 'desalojos forzosos | vigilancia masiva | tortura*',
      ru: 'принудительн* выселен* | массов* слежк* | пытк* | пыток',
      ar: 'الاخلاء القسري | مراقبه جماعيه | تعذيب',
      zh: '强制驱逐 | 大规模监控 | 酷刑',
    }),
  },
  {
    ...origin,
    id: 'permitted.forced-labour',
    topic: 'forcedLabour',
    source: sources.labour,
    subject: { en: 'forced labour', fr: 'travail forcé', ar: 'العمل القسري' },
    controversy: 'labour',
    terms: terms({
      en: 'forced labour | forced labor | bonded labour | bonded labor | prison labour | prison labor | slave labour | slave labor',
      fr: 'travail force | servitude pour dettes | travail penitentiaire',
      es: 'trabajo forzoso | trabajo forzado | servidumbre por deudas | trabajo penitenciario',
      ru: 'принудительн* труд* | рабск* труд* | труд* заключенных',
      ar: 'عمل قسري | العمل القسري | العمل الجبري | السخره',
      zh: '强迫劳动 | 强制劳动 | 奴役 | 囚犯劳动',
    }),
    benign: workAgainst,
  },
  {
    ...origin,
    id: 'permitted.child-labour',
    topic: 'childLabour',
    source: sources.labour,
    subject: { en: 'child labour', fr: 'travail des enfants', ar: 'عمل الأطفال' },
    terms: terms({
      en: 'child labour | child labor | child worker* | underage worker*',
      fr: 'travail des enfants | enfants travailleurs | main d oeuvre enfantine',
      es: 'trabajo infantil | mano de obra infantil',
      ru: 'детск* труд*',
      ar: 'عمل الاطفال | عماله الاطفال',
      zh: '童工',
    }),
    benign: terms({
      en: 'monitor* | inspect* | school*',
      fr: 'suivi | ecole*',
      es: 'seguimiento | escuela*',
    }),
  },
]
