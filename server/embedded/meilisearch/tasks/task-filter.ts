import { MeilisearchError } from '../errors.ts'
import { listed, snakeCase } from '../misfits.ts'
import type { Task } from './task.ts'
import { taskStatuses } from './task.ts'

/** What a task must satisfy to be listed, canceled or deleted. */
export type TaskFilter = ((task: Task) => boolean)[]

const types =
  'documentAdditionOrUpdate documentEdition documentDeletion settingsUpdate indexCreation indexDeletion indexUpdate indexSwap taskCancelation taskDeletion dumpCreation snapshotCreation export upgradeDatabase indexCompaction networkTopologyChange dsrUpdate dsrClear'.split(
    ' ',
  )

type Reader = (values: string[], name: string) => (task: Task) => boolean

const readers: Record<string, Reader> = {
  uids: (values, name) => among(numbers(values, name), (task) => task.uid),
  batchUids: (values, name) => among(numbers(values, name), (task) => task.batchUid),
  canceledBy: (values, name) => among(numbers(values, name), (task) => task.canceledBy),
  indexUids: (values) => among(values, (task) => task.indexUid),
  statuses: (values, name) => among(known(values, name, taskStatuses), (task) => task.status),
  types: (values, name) => among(known(values, name, types), (task) => task.work.type),
}

for (const [event, field] of [
  ['Enqueued', 'enqueuedAt'],
  ['Started', 'startedAt'],
  ['Finished', 'finishedAt'],
] as const) {
  readers[`before${event}At`] = ([value], name) => onSide(time(value!, name), field, -1)
  readers[`after${event}At`] = ([value], name) => onSide(time(value!, name), field, 1)
}

/** Reads the filters of a query string; `besides` names the parameters that are none. `*` stands for no condition. */
export function taskFilter(query: URLSearchParams, besides: string[]): TaskFilter {
  return [...query].flatMap(([name, text]) => {
    if (besides.includes(name)) return []
    const reader = Object.hasOwn(readers, name) ? readers[name] : undefined
    if (reader) return text === '*' ? [] : reader(text.split(','), name)
    const expected = [...besides, ...Object.keys(readers)].map((each) => `\`${each}\``).join(', ')
    throw new MeilisearchError('bad_request', `Unknown parameter \`${name}\`: expected one of ${expected}`)
  })
}

export function matchTasks(tasks: Task[], filter: TaskFilter): Task[] {
  return tasks.filter((task) => filter.every((condition) => condition(task)))
}

function among<Value>(wanted: Value[], valueOf: (task: Task) => Value | null): (task: Task) => boolean {
  return (task) => {
    const value = valueOf(task)
    return value !== null && wanted.includes(value)
  }
}

function onSide(
  moment: number,
  field: 'enqueuedAt' | 'startedAt' | 'finishedAt',
  side: 1 | -1,
): (task: Task) => boolean {
  return (task) => {
    const at = task[field]
    return at !== null && (Date.parse(at) - moment) * side > 0
  }
}

function numbers(values: string[], name: string): number[] {
  const wrong = values.findIndex((value) => !/^\d+$/.test(value))
  if (wrong !== -1)
    throw invalid(name, values, wrong, `could not parse \`${values[wrong]}\` as a positive integer`)
  return values.map(Number)
}

function known(values: string[], name: string, all: readonly string[]): string[] {
  const wrong = values.findIndex((value) => !all.includes(value))
  if (wrong === -1) return values
  const kind = name === 'types' ? 'type' : 'status'
  const reason = `\`${values[wrong]}\` is not a valid task ${kind}. Available ${name} are ${listed(all)}.`
  throw invalid(name, values, wrong, reason)
}

const dayAlone = /^\d{4}-\d{2}-\d{2}$/
const dayAndTime = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/
const day = 24 * 60 * 60 * 1000

/** A moment, or a day: before its beginning, or after its end. */
function time(value: string, name: string): number {
  const isDay = dayAlone.test(value)
  const moment = isDay || dayAndTime.test(value) ? Date.parse(value) : NaN
  if (!Number.isNaN(moment)) return isDay && name.startsWith('after') ? moment + day - 1 : moment
  const reason = `\`${value}\` is an invalid date-time. It should follow the YYYY-MM-DD or RFC 3339 date-time format.`
  throw invalid(name, [value], 0, reason)
}

/** Of several values the place of the wrong one is told. */
function invalid(name: string, values: string[], wrong: number, reason: string): MeilisearchError {
  const place = values.length > 1 ? `${name}[${wrong}]` : name
  return new MeilisearchError(
    `invalid_task_${snakeCase(name)}`,
    `Invalid value in parameter \`${place}\`: ${reason}`,
  )
}
