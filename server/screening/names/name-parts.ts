import { latinWords } from './latin.ts'
import type { LatinWord } from './latin.ts'
import { skeletonOf, soundOf } from './sound.ts'

/** A word of a name in the forms in which it is compared. */
export interface NamePart {
  word: string
  sound: string
  /** consonants, where the word begins with a vowel without it */
  skeleton: string
  /** from a script that leaves short vowels out */
  isVowelless: boolean
  /** 1 for a telling word, less for one that many names share or for an initial */
  weight: number
}

/** Legal forms and particles tell nothing of who it is. */
const untold = new Set(
  `ltd limited llc llp lp inc incorporated corp corporation co company cos gmbh mbh ag kg kgaa ug sa sarl sas sasu sau srl
  spa scs sl slu sca bv nv cv oy oyj ab as asa aps plc pte pty pvt private public kk yk sdn bhd berhad tbk pt cpt jsc pjsc
  ojsc cjsc ooo oao zao pao ao too tdv tov chp ip fze fzco fzc fzllc dmcc est establishment ltda eirl eireli cia dba doo
  dd ad ead eood ood kft zrt nyrt sro spol zoo spzoo sal saoc saog wll bsc saa sac sab de cv the of and et und
  for la le les el los las al ul ibn bin ben bint abu von van der den do da dos du des di del mr mrs dr haji sheikh mullah
  aka fka abd abdul abdel abdal abdur abdol abu abou obshchestvo ogranichennoy otvetstvennostyu aktsionernoe`.split(
    /\s+/,
  ),
)
const chineseForms = /股份有限公司|有限责任公司|有限公司|总公司|分公司|公司|集团/gu
const arabicForms =
  /(?:^|\s)(?:شركة|مؤسسة|المحدودة|محدودة|ذ\s*\.?\s*م\s*\.?\s*م|ش\s*\.?\s*م\s*\.?\s*م|بن|ابن|آل)(?=\s|$)/gu

const common = new Set(
  `international general trading trade group holding holdings services service industries industry industrial technology
  technologies tech global world national export import shipping bank investment investments development enterprise
  enterprises construction engineering commercial trust foundation organization organisation institute center centre
  agency systems solutions partners logistics transport marine energy oil gas petroleum mining metals electronics electric
  manufacturing products supply supplies airlines aviation air food foods medical pharmaceutical pharmaceuticals health
  sons brothers bros north south east west new united first american european african asian islamic republic state
  mohammad mohammed muhammad mohamed ahmed ahmad ali hassan hussein abdul abd abdullah jose juan carlos maria
  grupo groupe gruppe compania compagnie comercial commerciale commercio comercializadora inversiones
  internacional internationale internacionales nacional nationale industria industrias servicios distribuidora agropecuaria
  inmobiliaria constructora transportes exportadora importadora sociedad societe societa asociacion zavod bureau office
  company exchange money estate real capital finance financial insurance management resources solutions consulting
  association society front movement army brigade party maoyi guoji keji shiye fazhan jinchukou`.split(/\s+/),
)
const weights = { telling: 1, common: 0.5, initial: 0.3 }

/** Written alone or at the head of a name, it says whose servant, and comes in a dozen spellings. */
const servant = /^abd(?:[aeou]?[lrnszdt])?(?=(?!lah|ullah|allah).{3})/

/** The telling words of a name; all its words where none tells anything, the name itself where it has no words. */
export function nameParts(name: string): NamePart[] {
  const told = latinWords(name.replace(chineseForms, ' ').replace(arabicForms, ' '))
  const telling = told.filter(({ word }) => !untold.has(word))
  const words = telling.length > 0 ? telling : latinWords(name)
  return (words.length > 0 ? words : wordless(name)).map(partOf)
}

function wordless(name: string): LatinWord[] {
  const word = name.trim().toLowerCase()
  return word ? [{ word, isVowelless: false }] : []
}

/** Neither an initial nor a word that many names share. */
export const isTelling = ({ weight }: NamePart): boolean => weight === weights.telling

/** Names share their words: the forms of a word are worked out once. */
const parts = new Map<string, NamePart>()
const mostParts = 50_000

function partOf(word: LatinWord): NamePart {
  const key = word.isVowelless ? `-${word.word}` : word.word
  const known = parts.get(key)
  if (known) return { ...known }
  const part = formsOf(word)
  if (parts.size < mostParts) parts.set(key, part)
  return { ...part }
}

function formsOf({ word: whole, isVowelless }: LatinWord): NamePart {
  const word = whole.replace(servant, '')
  const sound = soundOf(word)
  return { word, sound, skeleton: skeletonOf(sound), isVowelless, weight: weightOf(word) }
}

function weightOf(word: string): number {
  if (word.length === 1) return weights.initial
  return common.has(word) ? weights.common : weights.telling
}
