// [data-nav-toggle]: shows and hides the navigation on a narrow screen.
for (const button of document.querySelectorAll('[data-nav-toggle]')) {
  const navigation = document.getElementById(button.getAttribute('aria-controls'))
  button.addEventListener('click', () => {
    const open = navigation.toggleAttribute('data-open')
    button.setAttribute('aria-expanded', String(open))
  })
}
