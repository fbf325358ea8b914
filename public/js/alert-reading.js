// a[data-reading]: opening an alert marks it as read, without waiting for the answer.
const token = document.querySelector('meta[name="csrf-token"]').content

function markAsRead({ target }) {
  const link = target.closest('a[data-reading]')
  if (!link?.dataset.reading) return
  fetch(link.dataset.reading, {
    method: 'POST',
    headers: { 'x-csrf-token': token },
    redirect: 'manual',
    keepalive: true,
  })
}

document.addEventListener('click', markAsRead)
document.addEventListener('auxclick', (event) => event.button === 1 && markAsRead(event))
