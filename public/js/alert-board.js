// [data-alert-board]: the rows of the inbox, newest first; a row that is there already is not added again.
export function boardOf(element) {
  if (!element) return undefined
  const list = element.querySelector('[data-alert-list]')
  const empty = element.querySelector('[data-alert-empty]')
  const newest = document.querySelector('[data-newest]')
  const announcements = document.querySelector('[data-announcements]')
  const known = new Set([...list.children].map((row) => row.dataset.alertId))

  function insert({ id, html }) {
    const template = document.createElement('template')
    template.innerHTML = html
    const row = template.content.firstElementChild
    row.classList.add('alert-row-new')
    list.insertBefore(row, [...list.children].find((other) => other.dataset.alertId < id) ?? null)
  }

  return {
    /** Ids begin with the time of their making, so that they compare as texts. */
    newest: () => newest.value,

    add(item) {
      if (known.has(item.id)) return
      known.add(item.id)
      insert(item)
      if (item.id > newest.value) newest.value = item.id
      list.hidden = false
      empty.hidden = true
      announcements.textContent = item.title
    },
  }
}
