import { MeilisearchError } from '../errors.ts'
import type { Task } from './task.ts'
import { taskStatuses } from './task.ts'

/** What a task must satisfy to be listed, canceled or deleted. */
export type TaskFilter = ((task: Task) => boolean)[]

const types = [
  'documentAdditionOrUpdate',
  'documentDeletion',
  'documentEdition',
  'dsrClear',
  'dsrUpdate',
  'dumpCreation',
  'export',
  'indexCompaction',
  'indexCreation',
  'indexDeletion',
  'indexSwap',
  'indexUpdate',
  'networkTopologyChange',
  'settingsUpdate',
  'snapshotCreation',
  'taskCancelation',
  'taskDeletion',
  'upgradeDatabase',
]

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
  const wrong = values.find((value) => !/^\d+$/.test(value))
  if (wrong !== undefined) throw invalid(name, `could not parse \`${wrong}\` as a positive integer`)
  return values.map(Number)
}

function known(values: string[], name: string, all: readonly string[]): string[] {
  const wrong = values.find((value) => !all.includes(value))
  if (wrong === undefined) return values
  const listed = all.map((value) => `\`${value}\``).join(', ')
  const kind = name === 'types' ? 'type' : 'status'
  throw invalid(name, `\`${wrong}\` is not a valid task ${kind}. Available ${name} are ${listed}.`)
}

function time(value: string, name: string): number {
  const moment = Date.parse(value)
  if (Number.isNaN(moment))
    throw invalid(
      name,
      `\`${value}\` is an invalid date-time. It should follow the YYYY-MM-DD or RFC 3339 date-time format.`,
    )
  return moment
}

function invalid(name: string, reason: string): MeilisearchError {
  const code = `invalid_task_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
  return new MeilisearchError(code, `Invalid value in parameter \`${name}\`: ${reason}`)
}
