import { terms } from './terms.ts'

/** Words that deny what follows them. */
export const denials = terms({
  en: 'no | not | without | never | neither | nor | none | cannot | don t | doesn t | isn t | aren t | won t | free of | free from | excluding | except | other than | instead of | non',
  fr: 'sans | ni | pas de | pas d | aucun* | jamais | ne | n | hors | exempt* de | exempt* d | excepte',
  es: 'no | sin | ni | ningun* | nunca | jamas | libre* de | excepto',
  ru: 'не | нет | без | ни | никак* | никогда | кроме | исключая',
  ar: 'لا | لم | لن | ليس* | بدون | بلا | دون | غير | خالي* | خال | عدا | باستثناء',
  zh: '不 | 无 | 没有 | 非 | 未 | 禁 | 勿 | 拒绝',
})

/** Words that deny what stands before them. */
export const denialsAfter = terms({
  en: 'free | excluded',
  fr: 'exclu*',
  es: 'excluid*',
  ru: 'исключен*',
})

/** What follows a seeming denial that is none: "not only", and in Chinese Africa, drone, future, stainless. */
export const undeniers = terms({
  en: 'only | just | merely | limited',
  fr: 'seulement | uniquement',
  es: 'solo | solamente | unicamente',
  ru: 'только',
  ar: 'فقط | مجرد',
  zh: '仅 | 但 | 只 | 洲 | 人机 | 来 | 锈',
})

/** A denial before one of these does not reach past it. */
export const contrasts = terms({
  en: 'but | however | rather | then | afterwards | thereafter | later',
  fr: 'mais | cependant | puis | ensuite | apres',
  es: 'pero | sino | luego | despues',
  ru: 'но | однако | а | затем | потом',
  ar: 'لكن | ولكن | بل | ثم',
  zh: '但是 | 而是 | 之后 | 然后',
})

/** A denial goes on across these. */
export const joins = terms({
  en: 'or | nor',
  fr: 'ou | ni',
  es: 'o | ni',
  ru: 'или | ни',
  ar: 'او',
  zh: '或',
})

/** Work against a thing or for those who suffer from it, said next to it. */
export const benign = terms({
  en: 'against | anti | prevent* | combat* | eradicat* | eliminat* | end | ending | stop | stops | stopping | fight* | addict* | cessation | quit* | detect* | awareness | survivor* | victim* | counsel* | rehabilit* | ban | bans | banned | prohibit* | disarm* | dispos* | remed* | therapy | harm* | disease* | abstain* | avoid* | protect* from | risk* of',
  fr: 'contre | anti | preven* | combat* | elimin* | eradiqu* | lutte* | addict* | dependance* | sevrage | depist* | sensibilis* | surviv* | victime* | interdi* | desarm* | maladie* | evit*',
  es: 'contra | anti | preven* | combat* | elimin* | erradic* | lucha* | adicci* | dependencia | cesacion | detec* | sensibiliz* | sobrevivient* | victima* | prohib* | desarm* | enfermedad* | evit*',
  ru: 'против | анти* | борьб* | предотвращ* | профилакти* | искорен* | зависимост* | отказ* | обнаруж* | пострадавш* | жертв* | запрет* | запрещ* | разоруж* | ликвидац* | болезн* | лечен*',
  ar: 'ضد | مكافحه | الوقايه | وقايه | منع | القضاء | ادمان | الاقلاع | كشف | توعيه | ضحايا | الناجين | ناجين | حظر | نزع | امراض | علاج | محاربه',
  zh: '反 | 防止 | 预防 | 打击 | 消除 | 根除 | 成瘾 | 戒 | 检测 | 探测 | 幸存者 | 受害者 | 禁止 | 裁军 | 疾病 | 清除 | 终结',
})
