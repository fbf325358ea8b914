import { isNumeric, integerOf } from '../../bson/numbers.ts'
import { isDocument, type Document, type Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { memoryOf } from '../memory.ts'
import type { BuildStage } from '../pipeline.ts'

/** So many documents by chance, each as likely as any other, in an order by chance. */
export const sample: BuildStage = (operand) => {
  const size = sizeOf(operand)
  return (documents) => {
    const note = memoryOf('$sample')
    const chosen: Document[] = []
    let seen = 0
    for (const document of documents) {
      const place = Math.floor(Math.random() * ++seen)
      if (chosen.length < size) {
        note(document)
        chosen.push(document)
      } else if (place < size) chosen[place] = document
    }
    return shuffled(chosen)
  }
}

function sizeOf(operand: Value): number {
  if (!isDocument(operand)) refuse(28745, 'the $sample stage specification must be an object')
  for (const name of operand.keys())
    if (name !== 'size') refuse(28748, `unrecognized option to $sample: ${name}`)
  const size = operand.get('size')
  if (size === undefined) refuse(28749, '$sample stage must specify a size')
  if (!isNumeric(size)) refuse(28746, 'size argument to $sample must be a number')
  const whole = integerOf(size)
  if (whole === undefined || whole <= 0) refuse(28747, 'size argument to $sample must be a positive integer')
  return whole
}

function shuffled(documents: Document[]): Document[] {
  for (let at = documents.length - 1; at > 0; at--) {
    const other = Math.floor(Math.random() * (at + 1))
    const [a, b] = [documents[at] as Document, documents[other] as Document]
    documents[at] = b
    documents[other] = a
  }
  return documents
}
