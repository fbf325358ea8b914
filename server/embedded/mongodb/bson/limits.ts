import { refuse } from '../errors.ts'

/** Bytes of the largest document that may be stored. */
export const maxDocumentBytes = 16 * 1024 * 1024
/** Bytes of the largest wire message. */
export const maxMessageBytes = 48_000_000
/** MongoDB's BSONDepth: documents nested deeper are refused. */
export const maxDepth = 200

/** MongoDB's depth for what is stored, so that a reply has room around it. */
export const maxStoredDepth = 180

export function refuseTooDeep(depth: number): void {
  if (depth > maxDepth) refuse('Overflow', `Document exceeds the maximum nested object depth of ${maxDepth}`)
}
