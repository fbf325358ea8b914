// time[data-relative-time]: "3 minutes ago" stays true while the page is open, for rows that arrive later too.
const minute = 60
const hour = 60 * minute
const day = 24 * hour
const steps = [
  ['year', 365 * day],
  ['month', 30 * day],
  ['week', 7 * day],
  ['day', day],
  ['hour', hour],
  ['minute', minute],
]
const format = new Intl.RelativeTimeFormat(`${document.documentElement.lang}-u-nu-latn`, { numeric: 'auto' })

function distance(seconds) {
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', Infinity]
  return format.format(Math.trunc(seconds / size) || 0, unit)
}

setInterval(() => {
  for (const time of document.querySelectorAll('time[data-relative-time]')) {
    time.textContent = distance((new Date(time.dateTime) - Date.now()) / 1000)
  }
}, 30_000)
