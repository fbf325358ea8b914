import { terms } from './terms.ts'

/** Claims to a sign or to endorsement; they matter only next to a United Nations name. */
export const claims = terms({
  en: 'logo | logos | emblem | emblems | official partner* | official supplier* | official sponsor* | endorsed by | endorsement of | endorsement by | branded | branding | co branded | seal of approval',
  fr: 'logo | logos | embleme* | partenaire* officiel* | fournisseur* officiel* | parraine par | cautionne par | label officiel',
  es: 'logo | logos | logotipo* | emblema* | socio* oficial* | proveedor* oficial* | avalad* por | patrocinador* oficial*',
  ru: 'логотип* | эмблем* | официальн* партн* | официальн* поставщик* | официальн* спонсор*',
  ar: 'شعار | شعارات | شريك رسمي | الشريك الرسمي | شركاء رسميون | مورد رسمي | المورد الرسمي | علامه الامم',
  zh: '标志 | 标识 | 徽标 | 会徽 | 徽章 | 官方合作伙伴 | 官方伙伴 | 官方供应商',
})

/** Names of the Organization and its entities that are not acronyms of capital letters. */
export const unitedNationsNames = terms({
  en: 'united nations | world food programme | world health organization',
  fr: 'nations unies | organisation mondiale de la sante',
  es: 'naciones unidas | organizacion mundial de la salud',
  ru: 'оон | юнисеф | воз | впп | увкб | проон | юнеско | фао | объединенных наций',
  ar: 'الامم المتحده | يونيسف | يونيسيف | يونسكو | منظمه الصحه العالميه | برنامج الاغذيه العالمي | المفوضيه',
  zh: '联合国 | 儿基会 | 世卫组织 | 世界卫生组织 | 教科文组织 | 粮农组织 | 粮食署 | 难民署 | 开发计划署',
})

/** Written in capitals, so that "who" and "un" stay words; acronyms of the entities on record come on top. */
export const unitedNationsAcronyms: ReadonlySet<string> = new Set(
  'UN ONU OMS HCR PAM PNUD PMA ACNUR UNICEF WHO WFP UNHCR UNDP FAO UNEP ILO IOM UNESCO UNFPA OCHA UNOPS UNAIDS'.split(
    ' ',
  ),
)

/** The sign is the company's own, or leave is asked for. */
export const ownSign = terms({
  en: 'our | own | company | company s | corporate',
  fr: 'notre | nos | propre',
  es: 'nuestro | nuestros | propio',
  ru: 'наш* | собственн*',
})
export const leave = terms({
  en: 'authori* | permission | approval | consent',
  fr: 'autoris* | permission | accord',
  es: 'autoriz* | permiso | consentimiento',
  ru: 'разрешен* | соглас*',
  ar: 'اذن | تصريح | موافقه',
  zh: '授权 | 许可 | 批准 | 同意',
})
