/** Documents that rules come from, named once. */
export const sources = {
  report: 'Secretary-General’s report A/66/320, para. 53 (filtering of partnership offers)',
  duplicates: 'Secretary-General’s report A/66/320, paras. 39 and 53',
  guidelines: 'Guidelines on cooperation between the United Nations and the business sector, 2015',
  emblem:
    'Guidelines on cooperation between the United Nations and the business sector, 2015; General Assembly resolution 92 (I)',
  sanctions: 'Security Council sanctions lists; Charter of the United Nations, Article 41',
  vendors: 'United Nations ineligible vendors (ethical reasons)',
  mines: 'Anti-Personnel Mine Ban Convention, 1997; Convention on Cluster Munitions, 2008',
  massDestruction:
    'Treaty on the Non-Proliferation of Nuclear Weapons; Biological and Chemical Weapons Conventions',
  tobacco: 'United Nations Global Compact, exclusion of tobacco producers',
  undp: 'UNDP policy on due diligence and partnerships with the private sector, October 2023',
  bannedTrade: 'CITES; Stockholm, Rotterdam and Montreal treaties on substances',
  humanRights: 'Guiding Principles on Business and Human Rights, 2011',
  labour: 'ILO Conventions 29, 105, 138 and 182',
  unicef:
    'UNICEF due diligence criteria for business; International Code of Marketing of Breast-milk Substitutes, 1981',
  mandates: 'Secretary-General’s report A/66/320, paras. 39, 53 and 82',
} as const
