import type { JsonObject } from '../../json.ts'
import { checkOneSetting, checkSettings } from '../../settings/check.ts'
import { settingNames } from '../../settings/settings.ts'
import type { SettingName, SettingsUpdate } from '../../settings/settings.ts'
import { enqueued } from '../enqueue.ts'
import { collectionOf, indexUid, jsonBody, ok } from '../request.ts'
import type { ApiRequest, Reply } from '../request.ts'
import type { RouteEntry } from '../router.ts'

const merged: SettingName[] = ['typoTolerance', 'faceting', 'pagination', 'embedders']

export const settingsRoutes: RouteEntry[] = [
  ['GET', '/indexes/:uid/settings', 'settings.get', (request) => ok(shownSettings(request))],
  [
    'PATCH',
    '/indexes/:uid/settings',
    'settings.update',
    (request) => update(request, checkSettings(jsonBody(request)), true),
  ],
  ['DELETE', '/indexes/:uid/settings', 'settings.update', (request) => update(request, allReset(), false)],
  ...settingNames.flatMap(routesOf),
]

function routesOf(name: SettingName): RouteEntry[] {
  const path = `/indexes/:uid/settings/${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  const change = merged.includes(name) ? 'PATCH' : 'PUT'
  return [
    ['GET', path, 'settings.get', (request) => ok(shownSettings(request)[name])],
    [
      change,
      path,
      'settings.update',
      (request) => update(request, checkOneSetting(name, jsonBody(request)), true),
    ],
    ['DELETE', path, 'settings.update', (request) => update(request, { [name]: null }, false)],
  ]
}

/** Lists that are sets come sorted, as the original shows them. */
function shownSettings(request: ApiRequest) {
  const { settings } = collectionOf(request).record
  const { typoTolerance } = settings
  const sorted = Object.fromEntries(sets.map((name) => [name, sortedSet(settings[name])]))
  const tolerance = {
    ...typoTolerance,
    disableOnWords: sortedSet(typoTolerance.disableOnWords),
    disableOnAttributes: sortedSet(typoTolerance.disableOnAttributes),
  }
  return { ...settings, ...sorted, typoTolerance: tolerance }
}

const sets = [
  'sortableAttributes',
  'stopWords',
  'nonSeparatorTokens',
  'separatorTokens',
  'dictionary',
] as const

function sortedSet(names: string[]): string[] {
  return [...new Set(names)].sort()
}

function allReset(): SettingsUpdate {
  return Object.fromEntries(settingNames.map((name) => [name, null]))
}

function update(request: ApiRequest, settings: SettingsUpdate, mayCreate: boolean): Promise<Reply> {
  const details = settings as JsonObject
  return enqueued(request, {
    work: { type: 'settingsUpdate', settings, mayCreate },
    indexUid: indexUid(request.params[0]),
    details,
  })
}
