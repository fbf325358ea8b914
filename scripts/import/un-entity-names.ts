import { fold } from '../../server/vocabulary/fold.ts'

const names: Record<string, string> = {
  BINUH: 'United Nations Integrated Office in Haiti',
  FAO: 'Food and Agriculture Organization of the United Nations',
  IFAD: 'International Fund for Agricultural Development',
  ILANUD: 'Latin American Institute for the Prevention of Crime and the Treatment of Offenders',
  ILO: 'International Labour Organization',
  IOM: 'International Organization for Migration',
  ITC: 'International Trade Centre',
  ITU: 'International Telecommunication Union',
  OCHA: 'Office for the Coordination of Humanitarian Affairs',
  OHCHR: 'Office of the United Nations High Commissioner for Human Rights',
  PAHO: 'Pan American Health Organization',
  'UN DESA': 'Department of Economic and Social Affairs',
  'UN DPPA': 'Department of Political and Peacebuilding Affairs',
  'UN ECA': 'Economic Commission for Africa',
  'UN ECLAC': 'Economic Commission for Latin America and the Caribbean',
  'UN ESCAP': 'Economic and Social Commission for Asia and the Pacific',
  'UN ESCWA': 'Economic and Social Commission for Western Asia',
  'UN RCO': 'United Nations Resident Coordinator’s Office',
  'UN Tourism': 'World Tourism Organization',
  'UN Women': 'United Nations Entity for Gender Equality and the Empowerment of Women',
  'UN-HABITAT': 'United Nations Human Settlements Programme',
  UNAIDS: 'Joint United Nations Programme on HIV/AIDS',
  UNCDF: 'United Nations Capital Development Fund',
  UNCITRAL: 'United Nations Commission on International Trade Law',
  UNCTAD: 'United Nations Conference on Trade and Development',
  UNDP: 'United Nations Development Programme',
  UNDRR: 'United Nations Office for Disaster Risk Reduction',
  UNECE: 'United Nations Economic Commission for Europe',
  UNEP: 'United Nations Environment Programme',
  UNESCO: 'United Nations Educational, Scientific and Cultural Organization',
  UNFPA: 'United Nations Population Fund',
  UNHCR: 'Office of the United Nations High Commissioner for Refugees',
  UNICEF: 'United Nations Children’s Fund',
  UNICRI: 'United Nations Interregional Crime and Justice Research Institute',
  UNIDO: 'United Nations Industrial Development Organization',
  UNITAR: 'United Nations Institute for Training and Research',
  UNMAS: 'United Nations Mine Action Service',
  UNMISS: 'United Nations Mission in South Sudan',
  UNOCT: 'United Nations Office of Counter-Terrorism',
  UNODA: 'Office for Disarmament Affairs',
  UNODC: 'United Nations Office on Drugs and Crime',
  UNOPS: 'United Nations Office for Project Services',
  UNRWA: 'United Nations Relief and Works Agency for Palestine Refugees in the Near East',
  UNSMIL: 'United Nations Support Mission in Libya',
  UNTBLDC: 'United Nations Technology Bank for the Least Developed Countries',
  UNV: 'United Nations Volunteers',
  WFP: 'World Food Programme',
  WHO: 'World Health Organization',
  WIPO: 'World Intellectual Property Organization',
  WMO: 'World Meteorological Organization',
  'World Bank': 'World Bank Group',
}

/** Under which writings of one acronym meet: `UN-HABITAT` and `UN-Habitat`. */
export const acronymKey = (acronym: string): string => fold(acronym).replace(/[^\p{L}\p{N}]/gu, '')

const namesByKey = new Map(Object.entries(names).map(([acronym, name]) => [acronymKey(acronym), name]))

/** The English name of a UN entity; the acronym itself where it is not in the list. */
export const entityNameOf = (acronym: string): string => namesByKey.get(acronymKey(acronym)) ?? acronym
