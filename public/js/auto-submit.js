// [data-auto-submit]: a choice in this form takes effect at once; its button is then not needed.
for (const form of document.querySelectorAll('form[data-auto-submit]')) {
  form.addEventListener('change', () => form.requestSubmit())
  for (const button of form.querySelectorAll('[data-auto-submit-button]')) button.hidden = true
}
