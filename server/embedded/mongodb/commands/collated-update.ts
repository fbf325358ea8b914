import { isDocument, type Found } from '../bson/value.ts'
import { refuse } from '../errors.ts'

const comparing = ['$pull', '$pullAll', '$addToSet', '$min', '$max', '$push']

/** Refuses an update that would compare text itself: it does so by code point, whatever the collation. */
export function refuseCollatedUpdate(update: Found, hasArrayFilters: boolean): void {
  const compares = Array.isArray(update) || (isDocument(update) && comparing.some((name) => update.has(name)))
  if (compares || hasArrayFilters)
    refuse('CommandNotSupported', 'A collation is not supported with an update that compares text')
}
