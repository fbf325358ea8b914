/** A condition on a text: one of its words begins so, in any case. What was typed never acts as a pattern. */
export const beginningWith = (typed: string) => ({
  $regex: `(^|[\\s"'(.@-])${typed.trim().replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')}`,
  $options: 'i',
})
