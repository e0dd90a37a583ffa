const themes = ['system', 'light', 'dark'] as const
type Theme = (typeof themes)[number]

const root = document.documentElement
const button = document.querySelector<HTMLButtonElement>('.theme-toggle')

if (button) {
  show(button, current())
  button.hidden = false
  button.addEventListener('click', () => {
    const theme = themes[(themes.indexOf(current()) + 1) % themes.length] ?? 'system'
    choose(theme)
    show(button, theme)
  })
}

function current(): Theme {
  return themes.find((theme) => theme === root.getAttribute('data-theme')) ?? 'system'
}

function choose(theme: Theme): void {
  if (theme === 'system') root.removeAttribute('data-theme')
  else root.setAttribute('data-theme', theme)
  try {
    if (theme === 'system') localStorage.removeItem('theme')
    else localStorage.setItem('theme', theme)
  } catch {
    // Storage may be closed to this page; the choice then lasts until it is left.
  }
}

function show(toggle: HTMLButtonElement, theme: Theme): void {
  toggle.textContent = `Theme: ${theme}`
}
