// form[data-instant-search]: what was found follows what is typed and chosen, without loading the page anew. The parts
// of the page that depend on the search carry data-follows-search and are taken from the answer to the same address.
const form = document.querySelector('form[data-instant-search]')
const box = form?.querySelector('input[type=search]')
const pause = 200
const slow = 300
let waiting
let asked

const parts = (page) => page.querySelectorAll('[data-follows-search]')
const results = (page = document) => page.querySelector('[data-follows-search=results]')

function addressTyped() {
  const parameters = new URLSearchParams(new FormData(form))
  if (!box.value.trim()) parameters.delete('q')
  const query = parameters.toString()
  return query ? `${form.getAttribute('action')}?${query}` : form.getAttribute('action')
}

/** Resolves to false where a newer wish came between; rejects where there is no such page to be had. */
async function show(address) {
  asked?.abort()
  const mine = new AbortController()
  asked = mine
  const timer = setTimeout(() => results().setAttribute('aria-busy', 'true'), slow)
  try {
    const answer = await fetch(address, { signal: mine.signal, headers: { accept: 'text/html' } })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    if (mine.signal.aborted) return false
    if (!results(page)) throw new Error(`No results at ${address}`)
    takeOver(page)
    return true
  } catch (error) {
    if (mine.signal.aborted) return false
    throw error
  } finally {
    clearTimeout(timer)
    if (asked === mine) results().removeAttribute('aria-busy')
  }
}

/** What had the focus has it again, and what was unfolded stays so. */
function takeOver(page) {
  const focused = document.activeElement.closest('[data-follows-search]') && document.activeElement
  const unfolded = [...document.querySelectorAll('details[data-key][open]')].map((fold) => fold.dataset.key)
  for (const part of parts(document)) {
    const fresh = page.querySelector(`[data-follows-search="${part.dataset.followsSearch}"]`)
    if (fresh) part.replaceWith(document.adoptNode(fresh))
  }
  document.title = page.title
  for (const key of unfolded) find(key)?.setAttribute('open', '')
  if (focused)
    (find(focused.dataset.key) ?? document.getElementById('results')).focus({ preventScroll: true })
  document.querySelector('[data-announcements]').textContent = document.getElementById('results').textContent
}

const find = (key) => key && document.querySelector(`[data-key="${CSS.escape(key)}"]`)

async function showTyped() {
  clearTimeout(waiting)
  const address = addressTyped()
  try {
    if (await show(address)) history.replaceState(null, '', address)
  } catch {
    // the button still loads the page as a whole
  }
}

async function showChosen(address) {
  clearTimeout(waiting)
  try {
    if (await show(address)) history.pushState(null, '', address)
  } catch {
    location.assign(address)
  }
}

function wish() {
  clearTimeout(waiting)
  waiting = setTimeout(showTyped, pause)
}

function choose(event) {
  const link = event.target.closest('[data-follows-search=results] a[rel=nofollow]')
  if (
    link?.pathname !== location.pathname ||
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey ||
    event.altKey
  )
    return
  event.preventDefault()
  showChosen(link.href)
  box.value = new URL(link.href).searchParams.get('q') ?? ''
}

async function goBack() {
  box.value = new URLSearchParams(location.search).get('q') ?? ''
  try {
    await show(location.href)
  } catch {
    location.reload()
  }
}

if (form) {
  // Whoever writes Chinese or Japanese is waited for until the word stands.
  box.addEventListener('input', ({ isComposing }) => isComposing || wish())
  box.addEventListener('compositionend', wish)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    showChosen(addressTyped())
  })
  document.addEventListener('click', choose)
  addEventListener('popstate', goBack)
}
