import type { ObjectId } from 'bson'
import type { Document } from './value.ts'

/** BSON's deprecated undefined, which is neither null nor a missing field. */
export class Undefined {
  readonly _bsontype = 'Undefined'
}

/** A deprecated reference to a document of the collection `namespace`. */
export class Pointer {
  readonly _bsontype = 'Pointer'
  readonly namespace: string
  readonly id: ObjectId

  constructor(namespace: string, id: ObjectId) {
    this.namespace = namespace
    this.id = id
  }
}

/** Deprecated JavaScript with the variables that it sees. */
export class ScopedCode {
  readonly _bsontype = 'ScopedCode'
  readonly code: string
  readonly scope: Document

  constructor(code: string, scope: Document) {
    this.code = code
    this.scope = scope
  }
}
