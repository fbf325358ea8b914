import { Binary } from 'bson'
import { isDocument, type Document, type Found } from '../bson/value.ts'
import { refuse } from '../errors.ts'

/** The id of the session that a command belongs to, in hexadecimal digits. */
export function sessionOf(command: Document): string | undefined {
  const session = command.get('lsid')
  return session === undefined ? undefined : sessionId(session, 'lsid')
}

/** The id in a document that names a session. */
export function sessionId(session: Found, field: string): string {
  const id = isDocument(session) ? session.get('id') : undefined
  if (!(id instanceof Binary) || id.sub_type !== Binary.SUBTYPE_UUID || id.position !== 16)
    refuse('TypeMismatch', `BSON field '${field}' must be a document with a UUID as its 'id'`)
  return Buffer.from(id.buffer.subarray(0, 16)).toString('hex')
}

/** A cursor is read within the session that it was opened in. */
export function refuseOtherSession(id: bigint, own: string | undefined, asking: string | undefined): void {
  if (own === asking) return
  const cursor = `Cannot run getMore on cursor ${id}`
  if (!own) refuse(50736, `${cursor}, which was not created in a session, in session ${uuid(asking)}`)
  if (!asking) refuse(50737, `${cursor}, which was created in session ${uuid(own)}, without an lsid`)
  refuse(50738, `${cursor}, which was created in session ${uuid(own)}, in session ${uuid(asking)}`)
}

function uuid(digits = ''): string {
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
