/** MongoDB's error numbers, by its own names (src/mongo/base/error_codes.yml). */
const codes = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  Unauthorized: 13,
  TypeMismatch: 14,
  Overflow: 15,
  InvalidLength: 16,
  ProtocolError: 17,
  AuthenticationFailed: 18,
  IllegalOperation: 20,
  InvalidBSON: 22,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  CannotBackfillArray: 34,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  NotSingleValueField: 54,
  EmptyFieldName: 56,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  NoReplicationEnabled: 76,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  NotExactValueField: 111,
  CommandNotSupported: 115,
  NotAReplicaSet: 123,
  ExceededMemoryLimit: 146,
  IncompatibleCollationVersion: 161,
  InvalidPipelineOperator: 168,
  CannotIndexParallelArrays: 171,
  QueryPlanKilled: 175,
  AmbiguousIndexKeyPattern: 181,
  InvalidIndexSpecificationOption: 197,
  QueryFeatureNotAllowed: 224,
  CursorKilled: 237,
  ConversionFailure: 241,
  TooManyLogicalSessions: 261,
  ClientDisconnect: 279,
  QueryExceededMemoryLimitNoDiskUseAllowed: 292,
  APIVersionError: 322,
  APIStrictError: 323,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  CursorInUse: 12051,
  OutOfDiskSpace: 14031,
} as const

export type ErrorName = keyof typeof codes

/** What a client hears when a command fails: MongoDB's number, its name, and a sentence. */
export class CommandError extends Error {
  readonly code: number
  readonly codeName: string
  /** Further fields of the error document, such as `keyPattern`. */
  readonly details: ReadonlyMap<string, unknown>

  constructor(name: ErrorName | number, message: string, details: ReadonlyMap<string, unknown> = new Map()) {
    super(message)
    this.code = typeof name === 'number' ? name : codes[name]
    this.codeName = typeof name === 'number' ? `Location${name}` : name
    this.details = details
  }
}

/** Refuses with MongoDB's error `name`, or with a bare location number where MongoDB has no name for it. */
export function refuse(name: ErrorName | number, message: string): never {
  throw new CommandError(name, message)
}
