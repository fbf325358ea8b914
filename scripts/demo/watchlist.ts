import type { DemoWatchlist } from './types.ts'

/** Invented from end to end. The second entry is a spelling variant of the company `paradeigma-shipping`. */
export const demoWatchlist: DemoWatchlist = {
  name: 'Concord demonstration list',
  entries: [
    {
      id: 'CDL-001',
      names: ['Nowhere Island Armaments', 'Nowhere Isl. Armaments Trading Bureau'],
      listedOn: '2019-03-14',
    },
    {
      id: 'CDL-002',
      names: ['Paradigma Shiping Agency Ltd.', 'Парадейгма Шиппинг Эйдженси', 'وكالة باراديغما للشحن البحري'],
      listedOn: '2021-11-02',
    },
    {
      id: 'CDL-003',
      names: ['Nirgendheim Dual Use Components', 'Nirgendheim Komponenten'],
      listedOn: '2022-06-20',
    },
    {
      id: 'CDL-004',
      names: ['Quimera Metales del Ningún Lugar', 'Chimera Metals of No Place'],
      listedOn: '2023-01-09',
    },
    {
      id: 'CDL-005',
      names: ['Brigade of the Imaginary Valley', 'لواء الوادي المتخيّل'],
      listedOn: '2024-08-27',
    },
  ],
}
