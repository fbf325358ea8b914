import type { Exclusion } from '../rule.ts'
import { sources } from '../sources.ts'
import { terms } from '../../text/terms.ts'

const origin = { version: '1', since: '2026-11-01', industries: [], threshold: 0 } as const

export const weaponExclusions: Exclusion[] = [
  {
    ...origin,
    id: 'permitted.mines',
    topic: 'landMinesOrClusterMunitions',
    source: sources.mines,
    subject: {
      en: 'anti-personnel mines or cluster munitions, any revenue',
      fr: 'mines antipersonnel ou armes à sous-munitions, quel que soit le chiffre d’affaires',
      ar: 'الألغام المضادة للأفراد أو الذخائر العنقودية أياً كان الإيراد',
    },
    terms: terms({
      en: 'landmine* | land mine* | anti personnel mine* | antipersonnel mine* | cluster bomb* | cluster munition*',
      fr: 'mine* antipersonnel | mine* terrestre* | bombe* a fragmentation | sous munition*',
      es: 'mina* antipersona* | mina* terrestre* | bomba* de racimo | municion* en racimo',
      ru: 'противопехотн* мин* | кассетн* бомб* | кассетн* боеприпас*',
      ar: 'الغام | لغم | قنابل عنقوديه | الذخائر العنقوديه | ذخائر عنقوديه',
      zh: '地雷 | 集束炸弹 | 集束弹药',
    }),
    benign: terms({
      en: 'clear* | demin* | action | removal | contaminat* | injur*',
      fr: 'demin* | deblai* | depollu* | retrait | enlev* | bless*',
      es: 'desmin* | remocion | limpieza | herid*',
      ru: 'разминирован* | обезвреж* | поиск* | очистк* | ранен*',
      ar: 'ازاله | تطهير | مصاب*',
      zh: '排雷 | 扫雷 | 排除 | 伤残',
    }),
  },
  {
    ...origin,
    id: 'permitted.mass-destruction',
    topic: 'weaponsOfMassDestruction',
    source: sources.massDestruction,
    subject: {
      en: 'nuclear, chemical or biological weapons',
      fr: 'armes nucléaires, chimiques ou biologiques',
      ar: 'الأسلحة النووية أو الكيميائية أو البيولوجية',
    },
    terms: terms({
      en: 'nuclear weapon* | nuclear warhead* | chemical weapon* | biological weapon* | weapons of mass destruction | nerve agent*',
      fr: 'arme* nucleaire* | arme* chimique* | arme* biologique* | armes de destruction massive',
      es: 'arma* nuclear* | arma* quimica* | arma* biologica* | armas de destruccion masiva',
      ru: 'ядерн* оруж* | химическ* оруж* | биологическ* оруж* | оруж* массового уничтожения',
      ar: 'اسلحه نوويه | الاسلحه النوويه | اسلحه كيميائيه | الاسلحه الكيميائيه | اسلحه بيولوجيه | اسلحه الدمار الشامل',
      zh: '核武器 | 化学武器 | 生物武器 | 大规模杀伤性武器',
    }),
  },
  {
    ...origin,
    id: 'permitted.weapons',
    topic: 'weapons',
    source: sources.guidelines,
    subject: {
      en: 'weapons and armaments',
      fr: 'armes et armements',
      ar: 'الأسلحة والتسليح',
    },
    industries: ['2520', '3040'],
    terms: terms({
      en: 'weapon* | firearm* | ammunition* | munition* | rifle* | handgun* | armament* | arms manufactur* | arms trade | arms dealer* | small arms | missile* | grenade* | explosive ordnance',
      fr: 'arme a feu | armes a feu | armement* | munition* | fusil* d assaut | fusils | missile* | grenades | armes legeres | vente d armes | fabrication d armes | fabricant* d armes',
      es: 'arma de fuego | armas | armamento* | municion* | fusil* | misil* | granadas de mano',
      ru: 'оруж* | боеприпас* | винтов* | ракет* установ* | гранат* | вооружени*',
      ar: 'سلاح | اسلحه | ذخيره | ذخائر | بنادق | بندقيه | صواريخ | قنابل يدويه',
      zh: '武器 | 军火 | 弹药 | 枪支 | 步枪 | 导弹 | 手榴弹',
    }),
    benign: terms({
      en: 'arms control | weapons control | dumped | submerged | pollution | risk education | traffick* | proliferation | clear* | demin* | survey* | reintegrat* | surrender* | collection',
      fr: 'demin* | depollu* | depose* | collecte | reinsertion',
      es: 'desmin* | remocion | entrega | recoleccion | reinsercion',
      ru: 'разминирован* | сдач* | сбор* | реинтеграц*',
      ar: 'ازاله | جمع | تسليم | اعاده ادماج',
      zh: '收缴 | 排雷 | 扫雷 | 销毁',
    }),
  },
]
