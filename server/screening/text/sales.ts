import { terms } from './terms.ts'
import type { Terms } from './terms.ts'

/** Ways in which a text speaks of selling or of winning a contract; each is a sign of its own. */
export const salesSigns: Readonly<Record<'price' | 'order' | 'discount' | 'tender' | 'payment', Terms>> = {
  price: terms({
    en: 'price list* | unit price* | dollars per unit | usd per unit | euros per unit | price per unit | price per piece | best price* | lowest price* | competitive price* | prices start* | pricing | price quote* | quotation* | wholesale price*',
    fr: 'liste de prix | tarif unitaire | prix unitaire* | meilleur* prix | prix competitif* | prix de gros | devis | tarifs a partir',
    es: 'lista de precios | precio unitario | precios unitarios | mejor* precio* | precio* competitivo* | precio* de mayorista | cotizacion*',
    ru: 'прайс лист* | цен* за единицу | лучш* цен* | низк* цен* | конкурентн* цен* | оптов* цен* | коммерческ* предложен*',
    ar: 'قائمه الاسعار | سعر الوحده | افضل الاسعار | افضل سعر | اسعار تنافسيه | اسعار الجمله | عرض سعر | عروض اسعار',
    zh: '价格表 | 单价 | 最优价 | 最低价 | 优惠价 | 批发价 | 报价',
  }),
  order: terms({
    en: 'order now | buy now | place an order | place your order | purchase order* | minimum order | for sale | we sell | buy from us | order today | buy our | purchase our | in stock',
    fr: 'commandez | commande minimum | commande minimale | bon de commande | a vendre | achetez | nous vendons | passer commande',
    es: 'compre ahora | haga su pedido | pedido minimo | orden de compra | en venta | vendemos | compre nuestr*',
    ru: 'заказывайте | закажите | минимальн* заказ* | купите | на продажу | продаем | оформ* заказ*',
    ar: 'اطلب الان | اشتر الان | الحد الادنى للطلب | للبيع | نبيع | امر شراء',
    zh: '立即订购 | 立即购买 | 起订量 | 最低订购 | 出售 | 欢迎订购 | 下单',
  }),
  discount: terms({
    en: 'discount* | special price* | promotional price* | sale price* | special offer | limited time offer',
    fr: 'une remise | remises | rabais | prix promotionnel* | offre speciale | prix special',
    es: 'descuento* | precio especial | precios especiales | oferta especial | en promocion',
    ru: 'скидк* | специальн* цен* | акци* цен* | спецпредложен*',
    ar: 'خصم | خصومات | تخفيض* | سعر خاص',
    zh: '折扣 | 打折 | 优惠 | 特价 | 促销',
  }),
  tender: terms({
    en: 'tender participation | participat* in tenders | participate in tender | participate in the tender | your tenders | tenders and | public tender* | submit a bid | submit our bid | bid for | rfq | rfqs | rfp | request for quotation | requests for quotation | request for proposal* | vendor registration | registered vendor | become a supplier | become your supplier | supply contract* | procurement contract* | framework contract | win a contract | long term contract | approved supplier',
    fr: 'appel* d offres | soumissionner | contrat d approvisionnement | contrat de fourniture | marche* public* | devenir fournisseur | devenir votre fournisseur | fournisseur agree',
    es: 'licitacion* | contrato de suministro | contratacion publica | ser proveedor* | ser su proveedor | registro de proveedores | presentar una oferta',
    ru: 'тендер* | участи* в закупк* | контракт* на поставк* | договор* поставк* | стать поставщик* | государственн* закупк*',
    ar: 'مناقصه | مناقصات | عقد توريد | عقود توريد | عقد شراء | تسجيل الموردين | ان نصبح موردا',
    zh: '投标 | 招标 | 竞标 | 采购合同 | 供货合同 | 成为供应商 | 供应商注册',
  }),
  payment: terms({
    en: 'payment terms | payment is due | advance payment | down payment | payable | invoice* | letter of credit | net 30 | fob | cif price',
    fr: 'conditions de paiement | paiement d avance | acompte | facture* | lettre de credit | modalites de paiement',
    es: 'condiciones de pago | pago por adelantado | anticipo | factura* | carta de credito | forma de pago',
    ru: 'услови* оплаты | предоплат* | аванс* | счет фактур* | аккредитив*',
    ar: 'شروط الدفع | دفعه مقدمه | فاتوره | فواتير | خطاب اعتماد',
    zh: '付款条件 | 预付款 | 发票 | 信用证 | 付款方式',
  }),
}

/** The text says that something is given. */
export const gifts = terms({
  en: 'free of charge | at no charge | no cost | without charge | without cost | donat* | we give | is a gift | as a gift | pro bono | for free | contribut* | volunteer* | we waive | nothing is charged',
  fr: 'gratuit* | sans frais | faisons don | don de | donnons | offrons gracieusement | benevol* | a titre gracieux | pro bono | contribu*',
  es: 'gratuit* | gratis | sin costo* | sin coste* | donamos | donacion* | donar | voluntari* | pro bono | contribu*',
  ru: 'бесплатн* | безвозмездн* | дарим | жертву* | пожертвован* | в дар | волонтер* | передаем',
  ar: 'مجان* | دون مقابل | بلا مقابل | نتبرع | تبرع | هبه | متطوع* | نقدم هديه | نهدي',
  zh: '免费 | 无偿 | 捐赠 | 捐助 | 赠送 | 志愿 | 公益',
})
