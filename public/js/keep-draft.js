// textarea[data-draft]: what is typed survives a reload, in this window and until it is sent.
for (const box of document.querySelectorAll('textarea[data-draft]')) {
  const key = `draft:${box.dataset.draft}`
  if (!box.value) box.value = sessionStorage.getItem(key) ?? ''
  box.addEventListener('input', () => sessionStorage.setItem(key, box.value))
  box.form.addEventListener('submit', () => sessionStorage.removeItem(key))
}
