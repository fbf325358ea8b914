import type { DemoEntity } from './types.ts'

/** By the key of the entity, in our own words. */
export const mandates = {
  unicef: {
    en: 'UNICEF works so that every child, in every country, survives, learns, is protected and grows up with a fair chance.',
    fr: 'L’UNICEF agit pour que chaque enfant, dans chaque pays, survive, apprenne, soit protégé et grandisse avec des chances égales.',
    ar: 'تعمل اليونيسف من أجل أن يعيش كل طفل في كل بلد ويتعلّم ويحظى بالحماية وينشأ بفرص عادلة.',
  },
  who: {
    en: 'WHO guides countries in protecting health, sets norms for medicines and care, and coordinates the answer to epidemics.',
    fr: 'L’OMS aide les pays à protéger la santé, fixe des normes pour les médicaments et les soins, et coordonne la riposte aux épidémies.',
    ar: 'ترشد منظمة الصحة العالمية البلدان في حماية الصحة، وتضع معايير الأدوية والرعاية، وتنسّق الاستجابة للأوبئة.',
  },
  wfp: {
    en: 'WFP brings food to people in emergencies, feeds children at school and moves relief goods where roads and markets fail.',
    fr: 'Le PAM apporte une aide alimentaire en situation d’urgence, nourrit les enfants à l’école et achemine les secours là où routes et marchés font défaut.',
    ar: 'يوصل برنامج الأغذية العالمي الغذاء إلى الناس في حالات الطوارئ، ويطعم الأطفال في المدارس، وينقل مواد الإغاثة حيث تتعطل الطرق والأسواق.',
  },
  unhcr: {
    en: 'UNHCR protects people forced to flee and those without a nationality, and helps them find safety and a lasting home.',
    fr: 'Le HCR protège les personnes contraintes de fuir et les apatrides, et les aide à trouver la sécurité et un foyer durable.',
    ar: 'تحمي المفوضية من أُجبروا على الفرار ومن لا جنسية لهم، وتساعدهم على إيجاد الأمان ومأوى دائم.',
  },
  undp: {
    en: 'UNDP supports countries in ending poverty, governing well and growing within the limits of nature.',
    fr: 'Le PNUD accompagne les pays pour éliminer la pauvreté, bien gouverner et se développer dans les limites de la nature.',
    ar: 'يدعم برنامج الأمم المتحدة الإنمائي البلدان في القضاء على الفقر والحكم الرشيد والنمو ضمن حدود الطبيعة.',
  },
  fao: {
    en: 'FAO helps farmers, fishers and foresters to produce enough good food while keeping soil, water and forests alive.',
    fr: 'La FAO aide agriculteurs, pêcheurs et forestiers à produire assez d’aliments de qualité tout en préservant les sols, l’eau et les forêts.',
    ar: 'تساعد منظمة الأغذية والزراعة المزارعين والصيادين والعاملين في الغابات على إنتاج غذاء جيد وكافٍ مع الحفاظ على التربة والمياه والغابات.',
  },
  unep: {
    en: 'UNEP watches the state of the environment and helps governments and business to act on climate, nature and pollution.',
    fr: 'Le PNUE suit l’état de l’environnement et aide les gouvernements et les entreprises à agir pour le climat, la nature et contre la pollution.',
    ar: 'يرصد برنامج الأمم المتحدة للبيئة حالة البيئة ويساعد الحكومات وقطاع الأعمال على العمل من أجل المناخ والطبيعة والحد من التلوث.',
  },
  'un-women': {
    en: 'UN Women works for equal rights, income and safety for women and girls, and for their seat wherever decisions are made.',
    fr: 'ONU Femmes œuvre pour l’égalité des droits, des revenus et de la sécurité des femmes et des filles, et pour leur place là où l’on décide.',
    ar: 'تعمل هيئة الأمم المتحدة للمرأة من أجل المساواة في الحقوق والدخل والأمان للنساء والفتيات، ومن أجل مكانهن حيثما تُتخذ القرارات.',
  },
  ilo: {
    en: 'The ILO brings governments, employers and workers together to agree on fair rules for work and to put them into practice.',
    fr: 'L’OIT réunit gouvernements, employeurs et travailleurs pour convenir de règles équitables du travail et les mettre en pratique.',
    ar: 'تجمع منظمة العمل الدولية الحكومات وأصحاب العمل والعمال للاتفاق على قواعد عمل عادلة وتطبيقها.',
  },
  unesco: {
    en: 'UNESCO helps countries to teach well, share science, keep their heritage and protect a free flow of information.',
    fr: 'L’UNESCO aide les pays à bien enseigner, à partager la science, à sauvegarder leur patrimoine et à protéger la libre circulation de l’information.',
    ar: 'تساعد اليونسكو البلدان على جودة التعليم وتقاسم العلوم وصون التراث وحماية حرية تداول المعلومات.',
  },
  iom: {
    en: 'IOM helps people to move safely and with dignity, assists those displaced and supports the communities that receive them.',
    fr: 'L’OIM aide les personnes à se déplacer en sécurité et dans la dignité, assiste les déplacés et soutient les communautés qui les accueillent.',
    ar: 'تساعد المنظمة الدولية للهجرة الناس على التنقل بأمان وكرامة، وتعين النازحين وتدعم المجتمعات التي تستقبلهم.',
  },
  'un-habitat': {
    en: 'UN-Habitat works with cities so that they grow in order, house everyone decently and stand up to floods and heat.',
    fr: 'ONU-Habitat travaille avec les villes pour qu’elles croissent de façon ordonnée, logent chacun décemment et résistent aux inondations et à la chaleur.',
    ar: 'يعمل موئل الأمم المتحدة مع المدن كي تنمو بانتظام وتوفر سكناً لائقاً للجميع وتصمد أمام الفيضانات والحر.',
  },
} satisfies Record<string, DemoEntity['mandate']>
