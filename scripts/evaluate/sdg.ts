import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { suggestedGoals } from '../../server/screening/checks/relevant.ts'
import { checked, readText } from './labelled-file.ts'
import { ratio } from './ranking.ts'
import { offerOf } from './text-postings.ts'

const rows = z.array(
  z.object({
    text: z.string(),
    sdg: z.coerce.number().int().min(1).max(17),
    label: z.string().transform((label) => label.toLowerCase() === 'true'),
  }),
)

/** How well screening suggests goals: for each row, whether the goal that it names is among those of its text. */
export async function evaluateSdg(file: string): Promise<object> {
  const labelled = checked(rows, parse(await readText(file), { columns: true, bom: true }), file)
  const count = { both: 0, said: 0, wanted: 0, right: 0 }
  for (const { text, sdg, label } of labelled) {
    const said = suggestedGoals(offerOf({ id: 'row', text })).includes(sdg)
    if (said && label) count.both++
    if (said) count.said++
    if (label) count.wanted++
    if (said === label) count.right++
  }
  const { both, said, wanted, right } = count
  return {
    accuracy: ratio(right, labelled.length),
    precision: ratio(both, said),
    recall: ratio(both, wanted),
    f1: ratio(2 * both, said + wanted),
    rows: labelled.length,
  }
}
