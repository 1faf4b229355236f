package dev.parley.instagram.browser.page;

/** How a page is sketched, and how an element of the sketch is checked. */
final class OutlineScripts {

    /** No page with one of these is sketched. */
    static final String SECRETS =
            "input[type=password], input[autocomplete=one-time-code], input[name=verificationCode], input[name=security_code]";

    /** Around messages and in whatever lies over the page, nothing has a name. */
    static final String TALK =
            "[role=presentation], [role=row], [role=grid], [role=listitem], [data-message-id], [data-pagelet^=IGDMessages], "
                    + "[aria-label^='Conversation'], [aria-label^='Messages in'], a[href^='/direct/t/'], "
                    + "[role=button]:has(img[alt='user-profile-picture']), [role=dialog], [role=alertdialog]";

    private static final String COMMON = """
              const shown = each => each.checkVisibility({ visibilityProperty: true, opacityProperty: true })
              const BUTTON = 'button, [role=button], input[type=button]'
              const FIELD = 'textarea, [contenteditable=true], [role=textbox], input:not([type]), input[type=text]'
              const label = (each, names) => names.map(name => each.getAttribute(name)?.trim()).find(Boolean) ?? ''
              const words = each => label(each, ['aria-label']) || (each.innerText ?? '').trim().replace(/\\s+/g, ' ')
                || label(each.querySelector('svg[aria-label], [aria-label]') ?? each, ['aria-label'])
              const nameOf = (each, field) => field ? label(each, ['aria-label', 'aria-placeholder', 'placeholder']) : words(each)
            """;

    /**
     * Fact: what a node has, and that its number is among its attributes. Only buttons, or only fields, are named, and only by a few plain words;
     * what stands in fields, addresses and pictures is left out.
     */
    static final String SKETCH = """
            ([field, talk]) => {
            """ + COMMON + """
              const MOST = 3000, DEEPEST = 100
              const LEFT_OUT = ['script', 'style', 'path', 'g', 'hr', 'br', 'noscript', 'head', 'template', 'iframe', 'link', 'meta']
              const KEPT = ['role', 'type', 'tabindex', 'contenteditable', 'disabled', 'aria-disabled']
              const ROLES = { a: 'link', span: 'text', svg: 'img', ul: 'unorderedlist', ol: 'orderedlist', li: 'listitem', p: 'paragraph',
                textarea: 'textbox', input: 'textbox', select: 'listbox', h1: 'heading', h2: 'heading', h3: 'heading', div: 'generic' }
              const PLAIN = /^[\\p{L}'\\u2019. ]{1,40}$/u
              const elements = new Map()
              const name = each => {
                if (!each.matches(field ? FIELD : BUTTON) || (!field && each.closest(talk))) return ''
                const said = nameOf(each, field)
                return PLAIN.test(said) ? said : ''
              }
              const sketch = (each, depth) => {
                const tag = each.tagName.toLowerCase()
                const hidden = each.getAttribute('aria-hidden') === 'true' || (tag !== 'html' && !shown(each))
                if (hidden || LEFT_OUT.includes(tag) || elements.size >= MOST || depth > DEEPEST) return null
                const number = String(elements.size + 1)
                elements.set(number, each)
                const attributes = { html_tag: tag, tf623_id: number }
                for (const kept of KEPT) if (each.hasAttribute(kept)) attributes[kept] = each.getAttribute(kept).slice(0, 20)
                const children = [...(each.shadowRoot ?? each).children].map(child => sketch(child, depth + 1)).filter(Boolean)
                const role = each.getAttribute('role')?.slice(0, 20) || ROLES[tag] || tag
                return { role, name: name(each), attributes, ...(children.length ? { children } : {}) }
              }
              const root = { role: 'webArea', name: 'Instagram', attributes: {}, children: [sketch(document.documentElement, 0)] }
              return { tree: JSON.stringify(root), elements }
            }
            """;

    /**
     * The element, or null. It has to be what was asked for by its role and its words, and the only such one: a field on the whole page, a button
     * around the person's name, which must be nearer to it than anybody else's.
     */
    static final String ACCEPT = """
            ({ elements }, [number, field, needed, unfit, username]) => {
            """ + COMMON + """
              const NEEDED = new RegExp(needed, 'i'), UNFIT = new RegExp(unfit, 'i')
              const ROLE = field ? FIELD : BUTTON
              const enabled = each => !each.closest(':disabled, [aria-disabled=true], [inert]') && !each.readOnly
              const speaks = each => (name => name.length <= 60 && NEEDED.test(name) && !UNFIT.test(name))(nameOf(each, field))
              const fits = each => each.matches(ROLE) && shown(each) && enabled(each) && speaks(each)
              const isOf = /^\\/([A-Za-z0-9._]+)\\/$/
              const people = each => [...each.querySelectorAll('a[href]')].map(link => isOf.exec(link.getAttribute('href'))?.[1]).filter(Boolean)
              const says = each => (each.innerText ?? '').split(/[^A-Za-z0-9._]+/).includes(username)
              const around = each => {
                for (let place = each.parentElement; place; place = place.parentElement) {
                  if (says(place)) return place
                  if (people(place).some(name => name !== username)) return null
                }
                return null
              }
              const element = elements.get(number)
              if (!element?.isConnected || !fits(element)) return null
              const place = field ? document.body : element.closest('[role=dialog], [role=alertdialog]') ? null : around(element)
              return place && [...place.querySelectorAll(ROLE)].filter(fits).length === 1 ? element : null
            }
            """;

    /** By which a field can be found again, whatever is typed into it. */
    static final String SELECTOR = """
            field => field.tagName.toLowerCase() + ['role', 'aria-label', 'aria-placeholder', 'placeholder', 'contenteditable']
              .filter(name => field.hasAttribute(name))
              .map(name => `[${name}="${CSS.escape(field.getAttribute(name))}"]`)
              .join('')
            """;

    private OutlineScripts() {}
}
