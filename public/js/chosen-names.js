// [data-chosen-names]: the head of a folded list names what is chosen in it; the attribute says that nothing is.
const names = new Intl.ListFormat(document.documentElement.lang)

for (const head of document.querySelectorAll('[data-chosen-names]')) {
  const fold = head.closest('details')
  fold.addEventListener('change', () => {
    const chosen = [...fold.querySelectorAll(':checked')].map((box) => box.labels[0].textContent.trim())
    head.textContent = chosen.length > 0 ? names.format(chosen) : head.dataset.chosenNames
  })
}
