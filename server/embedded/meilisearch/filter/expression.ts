export type Comparison = '=' | '>' | '>=' | '<' | '<='

/** A filter as read. `at` and `end` are 0-based offsets of the field in the text, for messages. */
export type Expression =
  Condition | { kind: 'and' | 'or'; parts: Expression[] } | { kind: 'not'; part: Expression }

/** What is asked of one field. */
export type Condition =
  | { kind: 'compare'; field: Field; operator: Comparison; value: string }
  | { kind: 'between'; field: Field; from: string; to: string }
  | { kind: 'in'; field: Field; values: string[] }
  | { kind: 'exists' | 'null' | 'empty'; field: Field }
  | { kind: 'startsWith'; field: Field; value: string }

export type Field = { name: string; at: number; end: number; text: string }
