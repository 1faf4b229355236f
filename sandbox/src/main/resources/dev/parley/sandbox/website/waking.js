// Shows nothing until the page's scripts have run: the real site's pages are made by theirs, and whoever sees a button
// there can press it.
document.documentElement.hidden = true
document.addEventListener('DOMContentLoaded', () => {
  document.documentElement.hidden = false
})
