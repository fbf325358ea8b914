import { countriesNamedIn } from '../../scripts/import/named-countries.ts'

test.each([
  ['Blue economy in Kenya and the Maldives', ['KEN', 'MDV']],
  ['Belgium’s plan on ballast water', ['BEL']],
  ['Coral gardens of Papua New Guinea', ['PNG']],
  ['Trinidad and Tobago restores its reefs', ['TTO']],
  ['Recuperación de manglares en México y Panamá', ['MEX', 'PAN']],
  ['Soutien aux pêcheurs de Côte d’Ivoire', ['CIV']],
  ['Защита морей: Россия', ['RUS']],
  ['THEY CAN REPORT, AND WE CAN ACT', []],
  ['A turkey and a chad', []],
  ['Global ocean observation', []],
])('%j names %j', (text, countries) => {
  expect(countriesNamedIn(text)).toEqual(countries)
})
