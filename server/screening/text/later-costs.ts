import { terms } from './terms.ts'

/** Costs that follow a gift of a service, software or knowledge. */
export const laterCosts = terms({
  en: 'subscription fee* | subscription | licence fee* | license fee* | licence renewal* | license renewal* | annual fee* | monthly fee* | renewal fee* | maintenance fee* | support fee* | maintenance contract* | after the trial | trial period | free trial | upgrade fee* | usage fee* | per user per',
  fr: 'abonnement* | frais de licence | frais annuels | renouvellement de licence | renouvellement de la licence | periode d essai | essai gratuit | frais de maintenance | contrat de maintenance | redevance*',
  es: 'suscripcion* | cuota anual | cuota mensual | renovacion de licencia* | renovacion de la licencia | tarifa* de licencia | periodo de prueba | prueba gratuita | contrato de mantenimiento',
  ru: 'абонентск* плат* | подписк* | продлен* лицензи* | лицензионн* плат* | ежегодн* плат* | пробн* период* | плат* за обслуживан*',
  ar: 'رسوم اشتراك | اشتراك سنوي | اشتراك شهري | رسوم الترخيص | تجديد الترخيص | رسوم سنويه | فتره تجريبيه | رسوم الصيانه',
  zh: '订阅费 | 年费 | 月费 | 许可费 | 续费 | 许可续期 | 试用期 | 维护费',
})

/** Beside a cost: it is borne by the company, or not asked. */
export const waived = terms({
  en: 'waive* | waiving | we cover | we pay | covered by us | included | free | no cost | borne by us',
  fr: 'gratuit* | offert* | inclus* | pris en charge | a notre charge',
  es: 'gratuit* | gratis | incluid* | a nuestro cargo | cubrimos | asumimos',
  ru: 'бесплатн* | включен* | за наш счет',
  ar: 'مجان* | مشمول* | على نفقتنا | نتحمل',
  zh: '免费 | 包含 | 由我方承担 | 由我们承担',
})

/** A promise in return, or a condition, that a gift of money must not have. */
export const strings = terms({
  en: 'in return for | in exchange for | on condition that | on the condition that | provided that the | exclusive right* | exclusivity | must purchase | must buy | preferred supplier',
  fr: 'en echange de | en contrepartie | a condition que | a la condition que | droit* exclusif* | exclusivite | fournisseur privilegie',
  es: 'a cambio de | con la condicion de | a condicion de | derecho* exclusivo* | exclusividad | proveedor preferente',
  ru: 'в обмен на | взамен | при условии | исключительн* прав* | эксклюзивн*',
  ar: 'مقابل الحصول | في مقابل | بشرط ان | شريطه ان | حقوق حصريه | حصريا',
  zh: '作为交换 | 作为回报 | 条件是 | 前提是 | 独家',
})
