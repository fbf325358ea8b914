import { withoutCodes } from '../../scripts/import/activity-name.ts'

test.each([
  ['1.1.49 Communities have access to health services', 'Communities have access to health services'],
  ['3.1.2.5 - Conservation of biodiversity', 'Conservation of biodiversity'],
  ['Output 2.3: Rural communities manage resources', 'Rural communities manage resources'],
  ['Subproducto 4.1.2.8 Fase II: planes', 'Fase II: planes'],
  ['Activité 4.3.15:: Renforcer les systèmes', 'Renforcer les systèmes'],
  ['Planet Sub-Output 4.1.1.4. Contributions integrated', 'Contributions integrated'],
  ['2024/Advocacy for inclusion', 'Advocacy for inclusion'],
  ['2023-2025 3.1.7 Enhance capacities', 'Enhance capacities'],
  ['1. Permettre aux populations', 'Permettre aux populations'],
  ['URU/21/009 - Ciberseguridad en Uruguay', 'Ciberseguridad en Uruguay'],
  ['00106768 Health Governance Initiative', 'Health Governance Initiative'],
  ['10B. Se fortalecen las redes locales', 'Se fortalecen las redes locales'],
  ['(2.2 PGT13) Se habrán prevenido epidemias', 'Se habrán prevenido epidemias'],
  ['4.2.18: appui à la reforestation', 'Appui à la reforestation'],
  ['UNICEF: Education stakeholders', 'Education stakeholders'],
  ['(UNICEF - NEW) PFM: Sustainable financing', 'PFM: Sustainable financing'],
  ['2.1.1.1 UNICEF - Learning Passport', 'Learning Passport'],
  ['"Support to national policies', 'Support to national policies'],
])('%j is called %j', (name, words) => {
  expect(withoutCodes(name, 'UNICEF')).toBe(words)
})

test.each([
  ['3.5 million people reached with food'],
  ['3º Inquérito ao setor informal'],
  ['80 specialists trained'],
  ['5 000 ha de terres restaurées'],
  ['2030 Agenda localized'],
  ['COVID-19 vaccination'],
  ['HIV/AIDS prevention'],
  ['UNICEF Learning Passport'],
  ['"Leaving no one behind" is enhanced'],
  ['REDD+'],
  ['1.2.3'],
])('%j keeps its words', (name) => {
  expect(withoutCodes(name, 'UNICEF')).toBe(name)
})
