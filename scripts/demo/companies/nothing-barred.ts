/** The answers of a company that none of the exclusionary criteria touch. */
export const nothingBarred = {
  tobacco: false,
  weapons: false,
  landMinesOrClusterMunitions: false,
  weaponsOfMassDestruction: false,
  pornography: false,
  gambling: false,
  bannedSubstancesOrWildlife: false,
  humanRightsViolations: false,
  forcedLabour: false,
  childLabour: false,
  breastMilkSubstitutes: false,
  alcohol: false,
}
