// [data-filter-list]: a box above a long list of choices hides those that do not contain what is typed.
const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()

for (const box of document.querySelectorAll('[data-filter-list]')) {
  const list = document.getElementById(box.dataset.filterList)
  const rows = [...list.children].map((row) => ({ row, text: plain(row.textContent) }))
  box.hidden = false
  box.addEventListener('input', () => {
    const wanted = plain(box.value.trim())
    for (const { row, text } of rows) row.hidden = !text.includes(wanted)
  })
  box.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault())
}
