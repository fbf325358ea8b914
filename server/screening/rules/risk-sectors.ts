import type { Level } from '../screening.ts'
import type { Texts } from './rule.ts'

/**
 * Industries that ask for more than a basic look, with the level that they start from. The sectors are those that
 * UNDP's policy of October 2023 treats as high-risk; the starting level is ours. Moderate is where harm comes from
 * how a firm works (supply chains, products) and most firms can show good practice; substantial is where the
 * business itself touches land, climate, health or security; high is supply to the military.
 */
export interface RiskSector {
  id: string
  name: Texts
  /** ISIC Rev.4, any level */
  industries: readonly string[]
  level: Level
}

const sector = (
  id: string,
  level: Level,
  industries: string,
  en: string,
  fr: string,
  ar: string,
): RiskSector => ({
  id,
  level,
  industries: industries.split(' '),
  name: { en, fr, ar },
})

export const riskSectors: readonly RiskSector[] = [
  sector('defence', 'high', '2520 3040', 'defence supplies', 'fournitures de défense', 'إمدادات الدفاع'),
  sector(
    'fossil-fuels',
    'substantial',
    '05 06 091 19 352',
    'fossil fuels',
    'combustibles fossiles',
    'الوقود الأحفوري',
  ),
  sector(
    'extractives',
    'substantial',
    '07 08 099',
    'mining',
    'industries extractives',
    'الصناعات الاستخراجية',
  ),
  sector('pesticides', 'substantial', '2021', 'pesticides', 'pesticides', 'مبيدات الآفات'),
  sector(
    'palm-oil',
    'substantial',
    '0126 1040',
    'palm and other oils',
    'huile de palme et autres huiles',
    'زيت النخيل والزيوت الأخرى',
  ),
  sector('timber', 'substantial', '022', 'logging', 'exploitation forestière', 'قطع الأشجار'),
  sector('alcohol', 'substantial', '1101 1102 1103', 'alcohol', 'alcool', 'الكحول'),
  sector('private-security', 'substantial', '801', 'private security', 'sécurité privée', 'الأمن الخاص'),
  sector('chemicals', 'moderate', '20', 'chemicals', 'chimie', 'المواد الكيميائية'),
  sector(
    'pharmaceuticals',
    'moderate',
    '21',
    'pharmaceuticals',
    'produits pharmaceutiques',
    'المستحضرات الصيدلانية',
  ),
  sector(
    'infant-food',
    'moderate',
    '1050 1079',
    'dairy and special foods',
    'produits laitiers et aliments spéciaux',
    'الألبان والأغذية الخاصة',
  ),
  sector('soft-drinks', 'moderate', '1104', 'soft drinks', 'boissons sucrées', 'المشروبات السكرية'),
  sector(
    'fast-food',
    'moderate',
    '5610',
    'restaurants and fast food',
    'restauration rapide',
    'المطاعم والوجبات السريعة',
  ),
  sector(
    'large-dams',
    'moderate',
    '3510 4290',
    'power and large works such as dams',
    'énergie et grands ouvrages tels que barrages',
    'الطاقة والمنشآت الكبرى كالسدود',
  ),
  sector('wood', 'moderate', '16', 'wood products', 'produits du bois', 'منتجات الأخشاب'),
  sector('fisheries', 'moderate', '03', 'fisheries', 'pêche', 'مصايد الأسماك'),
  sector(
    'apparel',
    'moderate',
    '13 14 15',
    'apparel supply chains',
    'filières de l’habillement',
    'سلاسل توريد الملابس',
  ),
  sector(
    'electronics',
    'moderate',
    '26',
    'electronics supply chains',
    'filières de l’électronique',
    'سلاسل توريد الإلكترونيات',
  ),
]
