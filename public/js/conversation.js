// [data-conversation]: the messages of one introduction, oldest first; one that is there already is replaced.
export function conversationOf(element) {
  if (!element) return undefined
  const list = element.querySelector('[data-messages]')
  const empty = element.querySelector('[data-conversation-empty]')
  const { conversation, conversationReading } = element.dataset
  const token = document.querySelector('meta[name="csrf-token"]').content

  function put(row) {
    const known = document.getElementById(row.id)
    if (known) return known.replaceWith(row)
    const later = [...list.children].find((other) => other.dataset.messageId > row.dataset.messageId)
    list.insertBefore(row, later ?? null)
    empty.hidden = true
  }

  /** Who looks has read it. */
  function read() {
    if (document.hidden) return
    fetch(conversationReading, { method: 'POST', headers: { 'x-csrf-token': token }, redirect: 'manual' })
  }

  document.addEventListener('visibilitychange', read)

  return {
    add({ matchId, html }) {
      if (matchId !== conversation) return
      const template = document.createElement('template')
      template.innerHTML = html
      put(template.content.firstElementChild)
      read()
    },

    /** What was written while the page was not connected, read from the page as it is now. */
    async catchUp() {
      const answer = await fetch(location.href)
      if (!answer.ok) return
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const missing = [...page.querySelectorAll('[data-message-id]')].filter(
        (row) => !document.getElementById(row.id),
      )
      for (const row of missing) put(document.adoptNode(row))
    },
  }
}
