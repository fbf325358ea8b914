import { terms } from './terms.ts'

/** Goods that do not keep. */
export const perishables = terms({
  en: 'vaccine* | medicine* | tablets | capsules | syrup | antibiotic* | drugs | insulin | reagent* | test kit* | rapid test* | food ration* | biscuit* | milk powder | infant cereal | flour | rice | maize | lentil* | canned food | cooking oil | therapeutic food | rehydration salts | vitamins | micronutrient powder* | blood product*',
  fr: 'vaccin* | medicament* | comprimes | gelules | sirop | antibiotique* | insuline | reactif* | test* rapide* | biscuit* | lait en poudre | farine* | riz | mais | lentilles | conserves | huile alimentaire | sels de rehydratation | vitamines',
  es: 'vacuna* | medicamento* | comprimidos | tabletas | capsulas | jarabe | antibiotico* | insulina | reactivo* | prueba* rapida* | galleta* | leche en polvo | harina* | arroz | maiz | lentejas | conservas | sales de rehidratacion | vitaminas',
  ru: 'вакцин* | лекарств* | таблетк* | капсул* | антибиотик* | инсулин* | реагент* | экспресс тест* | печенье | сух* молок* | мука | муки | рис | риса | консерв* | витамин*',
  ar: 'لقاح* | ادويه | دواء | اقراص | كبسولات | مضادات حيويه | انسولين | كواشف | بسكويت | حليب مجفف | دقيق | طحين | ارز | معلبات | املاح الاماهه | فيتامينات',
  zh: '疫苗 | 药品 | 药物 | 片剂 | 胶囊 | 抗生素 | 胰岛素 | 试剂 | 饼干 | 奶粉 | 面粉 | 大米 | 罐头 | 口服补液盐 | 维生素',
})

/** Things for perishable goods that are not perishable themselves: a vaccine refrigerator. */
export const equipment = terms({
  en: 'refrigerator* | fridge* | freezer* | storage | store | stores | warehouse* | container* | box | boxes | carrier* | transport* | truck* | vehicle* | equipment | machine* | mill | mills | cooker* | dispenser* | logger* | monitor* | software | tent* | shelving | silo | silos | bag | bags | drone* | pump* | chain | plant | plants | processing | dryer* | packaging | syringe*',
  fr: 'refrigerateur* | congelateur* | stockage | entrepot* | conteneur* | caisse* | glaciere* | transport | camion* | vehicule* | equipement* | materiel | machine* | moulin* | cuiseur* | logiciel* | silo* | sac | sacs | drone* | chaine | seringue* | sechoir*',
  es: 'refrigerador* | nevera* | congelador* | almacen* | contenedor* | caja | cajas | transporte | camion* | vehiculo* | equipo* | maquina* | molino* | cocina | software | silo* | saco | sacos | dron | drones | cadena | jeringa* | secador*',
  ru: 'холодильник* | морозильн* | хранен* | склад* | контейнер* | ящик* | перевоз* | грузовик* | оборудован* | машин* | мельниц* | термоконтейнер* | мешк* | шприц* | сушилк*',
  ar: 'ثلاج* | مجمد* | تخزين | مستودع* | حاويه | حاويات | صناديق | نقل | شاحن* | معدات | اله | الات | مطحنه | مطاحن | اكياس | محاقن',
  zh: '冰箱 | 冷柜 | 冰柜 | 冷库 | 储存 | 仓库 | 集装箱 | 箱 | 运输 | 卡车 | 车辆 | 设备 | 机 | 软件 | 袋 | 注射器 | 冷链',
})

/** Units in which only perishable goods are counted. */
export const perishableUnits = terms({
  en: 'dose | doses | vial* | tablet | tablets | capsules | ration* | sachet* | meal | meals',
  fr: 'dose* | flacon* | comprimes | rations | sachets | repas',
  es: 'dosis | vial* | tabletas | raciones | sobres | comidas',
  ru: 'доз* | флакон* | таблет* | рацион*',
  ar: 'جرعه | جرعات | قوارير | اقراص | وجبات',
  zh: '剂 | 支 | 片 | 份餐',
})

/** The author says that the goods keep. */
export const keeps = terms({
  en: 'non perishable | not perishable | does not expire | do not expire | no expiry | never expire* | no shelf life',
  fr: 'non perissable* | ne perime* pas | sans date limite | sans date de peremption',
  es: 'no perecedero* | no caduca* | sin fecha de caducidad | no vence*',
  ru: 'непортящ* | не портит* | не портятся | без срока годности | срок годности не ограничен',
  ar: 'غير قابله للتلف | لا تنتهي صلاحيتها | بدون تاريخ انتهاء',
  zh: '不易腐 | 不过期 | 无保质期',
})

/** What makes used goods fit to be given. */
export const assured = terms({
  en: 'standard* | certif* | tested | inspected | checked | warrant* | guarantee* | working order | serviced | overhauled | iso | iec | ce | who | compliant | meets | complies | quality | functional | wiped | good condition',
  fr: 'norme* | certifi* | teste* | verifie* | controle* | garanti* | bon etat | etat de marche | revise* | iso | iec | ce | conforme* | qualite',
  es: 'norma* | certific* | probad* | revisad* | inspeccionad* | garanti* | buen estado | iso | iec | ce | cumple* | calidad',
  ru: 'стандарт* | сертифи* | провер* | испытан* | гарант* | исправн* | гост | iso | хорош* состоян* | качеств*',
  ar: 'معيار | معايير | شهاده | مفحوص* | مختبر* | فحص* | ضمان | حاله جيده | مطابق* | جوده | صالح* للعمل',
  zh: '标准 | 认证 | 检测 | 检验 | 测试 | 保修 | 质保 | 状态良好 | 合格 | 质量',
})
