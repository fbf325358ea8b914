// form[data-draft]: what is typed is saved at that address every few seconds and on leaving, and the form's line
// [data-draft-status] says so in the words of its data attributes.
const form = document.querySelector('form[data-draft]')
const line = form?.querySelector('[data-draft-status]')
const token = document.querySelector('meta[name="csrf-token"]')?.content
const { lang } = document.documentElement
const clock = new Intl.DateTimeFormat(`${lang === 'en' ? 'en-GB' : lang}-u-nu-latn`, { timeStyle: 'short' })
const pause = 3_000
const patience = 5_000
let changed = false
let given = false
let saving
let timer

function say(word, at = Date.now()) {
  const text = line.dataset[word].replace('[time]', clock.format(new Date(at)))
  if (line.textContent !== text) line.textContent = text
  line.classList.toggle('draft-status-wrong', word !== 'saved')
}

function saveSoon(milliseconds = pause) {
  if (!timer && !given) timer = setTimeout(save, milliseconds)
}

/** One after the other, so that each names the one before. */
function save(options = {}) {
  clearTimeout(timer)
  timer = undefined
  if (!changed || given || saving) return saving
  changed = false
  saving = send(options).finally(() => {
    saving = undefined
    if (changed) saveSoon()
  })
  return saving
}

async function send(options) {
  const headers = { accept: 'application/json', 'x-csrf-token': token }
  const body = new URLSearchParams(new FormData(form))
  try {
    const answer = await fetch(form.dataset.draft, { method: 'POST', headers, body, ...options })
    if (answer.ok) return goOn(await answer.json())
    if (answer.status >= 500) return tryAgain()
    await giveUp(answer)
  } catch {
    tryAgain()
  }
}

/** The form is from now on that of the draft that was saved. */
function goOn({ version, revision, savedAt, draft, form: address }) {
  form.elements.version.value = version
  form.elements.revision.value = revision
  form.dataset.draft = draft
  if (form.getAttribute('action') !== address) {
    form.action = address
    history.replaceState(null, '', address)
  }
  say('saved', savedAt)
}

function tryAgain() {
  changed = true
  say('away')
  saveSoon(patience)
}

/** What can't be saved by trying again is said once; the text stays in the form. */
async function giveUp(answer) {
  if (answer.status === 422) return say('refused')
  given = true
  if (answer.status !== 409) return say('signedOut')
  const { at } = await answer.json()
  say('overtaken', at)
}

/** A saving under way is waited for, so that what is sent names it. */
async function sendAfterwards(event) {
  clearTimeout(timer)
  if (!saving) {
    given = true
    return
  }
  event.preventDefault()
  event.stopPropagation()
  const button = event.submitter
  await saving
  form.requestSubmit(button)
}

if (form) {
  const note = () => {
    changed = true
    saveSoon()
  }
  form.addEventListener('input', note)
  form.addEventListener('change', note)
  form.addEventListener('submit', sendAfterwards)
  addEventListener('online', () => save())
  addEventListener('pagehide', () => save({ keepalive: true }))
  addEventListener('pageshow', () => {
    given = false
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') save({ keepalive: true })
  })
}
