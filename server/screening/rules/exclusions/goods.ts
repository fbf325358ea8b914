import type { Exclusion } from '../rule.ts'
import { sources } from '../sources.ts'
import { terms } from '../../text/terms.ts'

const origin = { version: '1', since: '2026-11-01', industries: [], threshold: 0 } as const

export const goodsExclusions: Exclusion[] = [
  {
    ...origin,
    id: 'permitted.tobacco',
    topic: 'tobacco',
    source: sources.tobacco,
    subject: { en: 'production of tobacco', fr: 'production de tabac', ar: 'إنتاج التبغ' },
    industries: ['0115', '12'],
    terms: terms({
      en: 'tobacco | cigarette* | cigar | cigars | nicotine pouch* | vape | vapes | vaping',
      fr: 'tabac | tabacs | cigarette* | cigare* | vapot*',
      es: 'tabaco* | cigarrillo* | cigarro* | puros | vapeo',
      ru: 'табак* | табачн* | сигарет* | сигар | сигары | вейп*',
      ar: 'تبغ | سجائر | سيجار* | معسل',
      zh: '烟草 | 香烟 | 卷烟 | 雪茄 | 电子烟',
    }),
    benign: terms({
      en: 'tobacco control | control of tobacco | butt | butts | litter* | smoke | smoking | quitting | replac*',
      fr: 'controle du tabac | megot* | fumeur* | arret',
      es: 'control del tabaco | colillas | fumar | dejar',
      ru: 'контрол* над табак* | курени* | бросить',
      ar: 'مكافحه التبغ | مراقبه التبغ | مدخن* | تدخين',
      zh: '吸烟 | 控烟 | 替代',
    }),
  },
  {
    ...origin,
    id: 'permitted.banned-trade',
    topic: 'bannedSubstancesOrWildlife',
    source: sources.bannedTrade,
    subject: {
      en: 'internationally banned substances or wildlife',
      fr: 'substances ou espèces sauvages interdites au niveau international',
      ar: 'المواد أو الأحياء البرية المحظورة دولياً',
    },
    terms: terms({
      en: 'ivory | rhino horn* | pangolin* | shark fin* | shahtoosh | ddt | endosulfan | chlorofluorocarbon* | cfcs | asbestos',
      fr: 'ivoire | corne* de rhinoceros | pangolin* | aileron* de requin | ddt | amiante | chlorofluorocarbone*',
      es: 'marfil | cuerno* de rinoceronte | pangolin* | aleta* de tiburon | ddt | amianto | asbesto | clorofluorocarbono*',
      ru: 'слонов* кост* | рог* носорог* | панголин* | акуль* плавник* | ддт | асбест*',
      ar: 'عاج | قرن وحيد القرن | البنغولين | زعانف القرش | اسبستوس | الاسبست',
      zh: '象牙 | 犀牛角 | 穿山甲 | 鱼翅 | 滴滴涕 | 石棉',
    }),
    benign: terms({
      en: 'coast | poach* | conserv* | traffick* | remov* | recover* | replac* | sanctuary | habitat*',
      fr: 'cote | braconn* | conserv* | trafic | retrait | desamiant* | remplac*',
      es: 'costa | caza | conserv* | trafico | retirada | reemplaz*',
      ru: 'берег* | браконьер* | сохранен* | охран* | удален* | замен*',
      ar: 'ساحل | صيد | حمايه | تهريب | ازاله | استبدال',
      zh: '海岸 | 偷猎 | 保护 | 走私 | 拆除 | 替代',
    }),
  },
]
