// Posts: from a grid into a dialog, likes, comments.
import { ask, refused, say } from './site.js'

async function like(button) {
  const article = button.closest('article')
  const was = button.querySelector('[aria-label=Unlike]') !== null
  const answer = await ask(`/api/v1/web/likes/${article.dataset.pk}/${was ? 'unlike' : 'like'}/`, {})
  if (!answer.ok) return refused(answer)
  button.replaceChildren(article.querySelector(`template[data-heart=${was ? 'like' : 'unlike'}]`).content.cloneNode(true))
  const count = article.querySelector('[data-likes]')
  count.textContent = Number(count.textContent) + (was ? -1 : 1)
}

async function comment(form) {
  const article = form.closest('article')
  const field = form.querySelector('textarea')
  const text = field.value.trim()
  if (!text) return
  const answer = await ask(`/api/v1/web/comments/${article.dataset.pk}/add/`, { comment_text: text })
  if (!answer.ok) return refused(answer)
  field.value = ''
  const made = article.querySelector('template[data-remark]').content.cloneNode(true)
  made.querySelector('span').textContent = text
  article.querySelector('.remarks').append(made)
}

async function openModal(link) {
  const response = await fetch(link.href + '?modal=1').catch(() => null)
  if (!response?.ok) return say('Something went wrong. Please try again.')
  if (response.redirected) return location.assign(link.href)
  document.querySelector('[data-modal]')?.remove()
  document.body.insertAdjacentHTML('beforeend', await response.text())
  history.pushState({}, '', link.href)
  document.querySelector('[data-modal]').following = link.nextElementSibling
}

document.addEventListener('click', event => {
  const link = event.target.closest('[data-opens-modal] > a')
  if (!link || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  openModal(link)
})

document.addEventListener('click', event => {
  const button = event.target.closest('[data-like-post]')
  if (button) like(button)
  const remark = event.target.closest('[data-like-remark]')
  if (remark) {
    const was = remark.querySelector('[aria-label=Unlike]') !== null
    remark.querySelector('svg').setAttribute('aria-label', was ? 'Like' : 'Unlike')
  }
  const posting = event.target.closest('[data-post-comment]')
  if (posting) comment(posting.closest('form'))
  const modal = event.target.closest('[data-modal]')
  if (!modal) return
  if (event.target.closest('[data-close-modal]') || event.target === modal) {
    modal.remove()
    history.back()
  }
  if (event.target.closest('[data-next]') && modal.following) openModal(modal.following)
})

addEventListener('popstate', () => document.querySelector('[data-modal]')?.remove())
