// What comes over the socket: the unread count on every page, new rows where the alert board or a conversation is.
import { io } from '../socket.io/socket.io.esm.min.js'
import { boardOf } from './alert-board.js'
import './alert-reading.js'
import { conversationOf } from './conversation.js'

const board = boardOf(document.querySelector('[data-alert-board]'))
const conversation = conversationOf(document.querySelector('[data-conversation]'))
const connection = document.querySelector('[data-connection]')
const figures = new Intl.NumberFormat(`${document.documentElement.lang}-u-nu-latn`)

// Asked again at each connection: what came while the browser was away is sent after the newest row it has.
const { lang: language } = document.documentElement
const socket = io({ auth: (give) => give({ after: board?.newest(), language }) })

socket.on('notification', (item) => board?.add(item))

socket.on('message', (message) => conversation?.add(message))

socket.on('unread', ({ unread }) => {
  for (const count of document.querySelectorAll('[data-unread]')) {
    count.textContent = figures.format(unread)
    count.hidden = unread === 0
  }
  for (const part of document.querySelectorAll('[data-unread-only]')) part.hidden = unread === 0
})

function showConnection(connected) {
  if (!connection) return
  const { liveText, waitingText } = connection.dataset
  connection.hidden = false
  connection.toggleAttribute('data-connected', connected)
  connection.textContent = connected ? liveText : waitingText
}

socket.on('connect', () => showConnection(true))
socket.on('connect', () => conversation?.catchUp())
socket.on('disconnect', () => showConnection(false))
socket.on('connect_error', () => showConnection(false))
