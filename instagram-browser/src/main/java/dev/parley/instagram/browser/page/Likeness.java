package dev.parley.instagram.browser.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ScreenshotType;
import java.util.List;

/**
 * What a page looks like, fit to be kept and shown: what was typed is blanked, on pages with conversations all text outside of the site's own dialogs
 * is, and of the source only what tells how the page is built is left.
 */
public final class Likeness {

    private static final int LARGEST_PICTURE = 4 * 1024 * 1024;
    private static final int LONGEST_SOURCE = 100_000;
    private static final double LIMIT_MILLIS = 3_000;
    private static final String TYPED = "input, textarea, [contenteditable=true]";

    /** What shows that there may be messages on a page of another kind, too. */
    private static final String SIGNS_OF_TALK =
            "[contenteditable=true], textarea, [data-message-id], [data-pagelet^=IGD], [aria-label^='Conversation'], "
                    + "[aria-label^='Messages in'], a[href^='/direct/t/']";

    /** Wherever messages stand, in the list of conversations too. */
    private static final String TALK =
            "[dir=auto], [role=presentation], [role=row], [role=grid], [role=group], [role=listitem], [data-message-id], "
                    + "[data-pagelet^=IGD], [aria-label^='Conversation'], [aria-label^='Messages in'], a[href^='/direct/t/'], "
                    + "[role=button]:has(img[alt='user-profile-picture'])";

    /** Labels around messages are kept only as far as they are the site's own words: some repeat what was said. */
    private static final String SOURCE = """
            ([talk, longest]) => {
              const KEPT = ['role', 'type', 'name', 'id', 'for', 'placeholder', 'alt', 'tabindex', 'disabled', 'contenteditable', 'data-pagelet']
              const talks = location.pathname.split('/')[1] === 'direct' || document.querySelector('[contenteditable=true], ' + talk.join())
              const DIALOG = '[role=dialog], [role=alertdialog], [role=alert], [role=status]'
              const blank = text => text.replace(/[^\\s]/g, '\\u00b7')
              const path = href => href.split(/[?#]/)[0].replace(/(\\/challenge\\/).+/, '$1\\u2026').replace(/[A-Za-z0-9_-]{20,}/g, '\\u2026')
              const OWN_WORDS = /^(Messages in|Conversation with|Message|Send|Failed to send|igd message sending status|user-profile-picture)\\b/
              const LABELS = /^(aria-(label|placeholder|description|valuetext|roledescription)|alt|placeholder)$/
              const shown = (name, value, said) => {
                if (name === 'href') return path(value)
                if (said && LABELS.test(name)) return OWN_WORDS.exec(value)?.[0] ?? blank(value.slice(0, 80))
                return value.slice(0, 80)
              }
              const LEFT_OUT = ['SCRIPT', 'STYLE', 'SVG', 'LINK', 'META', 'NOSCRIPT', 'TEMPLATE', 'IFRAME']
              let source = ''
              const attributes = (element, said) => [...element.attributes]
                .filter(({ name }) => KEPT.includes(name) || name.startsWith('aria-') || name === 'href')
                .map(({ name, value }) => ` ${name}="${shown(name, value, said).replace(/[A-Za-z0-9_-]{32,}/g, '\\u2026')}"`)
                .join('')
              const write = (node, hidden, said) => {
                if (source.length > longest) return
                if (node.nodeType === Node.TEXT_NODE) {
                  const text = node.data.replace(/\\s+/g, ' ').slice(0, 300)
                  source += hidden ? blank(text) : text
                  return
                }
                if (node.nodeType !== Node.ELEMENT_NODE) return
                const tag = node.tagName.toUpperCase()
                if (tag === 'SVG') source += `<svg${attributes(node, said)}/>`
                if (LEFT_OUT.includes(tag)) return
                const typed = node.matches('input, textarea, [contenteditable=true]')
                const dialog = node.matches(DIALOG) && !node.querySelector('[contenteditable=true], textarea, ' + talk.slice(1).join())
                const message = said || node.matches(talk.slice(1).join())
                const hides = typed || (hidden && !dialog) || message
                source += `<${tag.toLowerCase()}${attributes(node, message)}>`
                node.childNodes.forEach(child => write(child, hides, message))
                source += `</${tag.toLowerCase()}>`
              }
              if (document.body) write(document.body, Boolean(talks), false)
              return source.slice(0, longest)
            }
            """;

    private Likeness() {}

    /** PNG of what is visible; empty if the page does not hold still for it. */
    public static byte[] picture(Page page) {
        try {
            byte[] picture = page.screenshot(new Page.ScreenshotOptions()
                    .setType(ScreenshotType.PNG)
                    .setMask(List.of(page.locator(TYPED), page.locator(hidden(page))))
                    .setMaskColor("#000000")
                    .setTimeout(LIMIT_MILLIS));
            return picture.length > LARGEST_PICTURE ? new byte[0] : picture;
        } catch (PlaywrightException e) {
            return new byte[0];
        }
    }

    private static String hidden(Page page) {
        boolean talks = Address.of(page.url()).under("direct")
                || page.locator(SIGNS_OF_TALK).count() > 0;
        return talks ? TALK : "[data-message-id]";
    }

    public static String source(Page page) {
        return String.valueOf(page.evaluate(SOURCE, List.of(List.of(TALK.split(", ")), LONGEST_SOURCE)));
    }

    /** The path, without what may be secret in it. */
    public static String path(Page page) {
        Address address = Address.of(page.url());
        return address.under("challenge")
                ? "/challenge/"
                : "/"
                        + String.join(
                                "/",
                                address.segments().stream().map(Likeness::shown).toList());
    }

    private static String shown(String segment) {
        return segment.matches("[A-Za-z0-9_-]{20,}") ? "…" : segment;
    }
}
