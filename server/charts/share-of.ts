/** The length of a bar in percent of the longest, with a tenth's precision; what is not nothing stays visible. */
export function shareOf(value: number, longest: number): number {
  if (value <= 0 || longest <= 0) return 0
  return Math.max(1, Math.round((value / longest) * 1000) / 10)
}
