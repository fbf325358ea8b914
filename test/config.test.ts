import { readFileSync } from 'node:fs'
import { readConfig, settingNames } from '../server/config.ts'

test('the README describes every setting, and no other', () => {
  const [, settings = ''] = readFileSync('README.md', 'utf8').split('\n## Settings\n')
  const [table = ''] = settings.split('\n## ')
  const rows = table.split('\n').filter((line) => line.startsWith('| `'))
  const named = rows.flatMap((row) => row.split('|')[1]?.match(/`(\w+)`/g) ?? [])
  expect(named.map((name) => name.slice(1, -1)).sort()).toEqual([...settingNames].sort())
})

test.each([
  ['loopback', ['loopback']],
  ['10.0.0.0/8, 192.168.1.7', ['10.0.0.0/8', '192.168.1.7']],
  ['fd00::/8,uniquelocal', ['fd00::/8', 'uniquelocal']],
])('TRUST_PROXY=%s', (text, ranges) => {
  expect(readConfig({ TRUST_PROXY: text }).trustedProxies).toEqual(ranges)
})

test.each(['everybody', '10.0.0.0/33', '10.0.0.0/8/9', 'true', ','])(
  'TRUST_PROXY=%s is refused by name',
  (text) => {
    expect(() => readConfig({ TRUST_PROXY: text })).toThrow(/TRUST_PROXY/)
  },
)
