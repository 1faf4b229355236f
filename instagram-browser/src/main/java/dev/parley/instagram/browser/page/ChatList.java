package dev.parley.instagram.browser.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The list of conversations, beside the open one. Fact: after a press the address changes at once, and what is shown when it has come; no page is
 * loaded. A row is a link to its conversation, or a button that tells no more than a name, and names collide.
 */
public final class ChatList {

    /** The name is the first heading of the smallest part of the page that has a heading and the field to write in. */
    private static final String SHOWN = """
            composer => {
              const shown = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
              const HEADING = 'h1, h2, [role=heading]'
              let part = [...document.querySelectorAll(composer)].filter(shown).at(-1)
              while (part && !part.querySelector(HEADING)) part = part.parentElement
              return {
                name: part ? part.querySelector(HEADING).textContent.trim() : '',
                disturbed: [...document.querySelectorAll('[role=dialog], [role=alertdialog], [role=alert], [role=status]')].some(shown),
                age: performance.now(),
              }
            }
            """;

    private final Page page;

    public ChatList(Page page) {
        this.page = page;
    }

    /**
     * What is shown beside the list.
     *
     * @param thread of which conversation the address is
     * @param name of whom the conversation is with, empty where nothing can be written
     * @param disturbed whether there is more than the conversation, such as a dialog
     * @param age since the page was loaded
     */
    public record Shown(@Nullable String thread, String name, boolean disturbed, Duration age) {

        public boolean is(String conversation, String with) {
            return conversation.equals(thread) && name.equals(with);
        }
    }

    public Shown shown() {
        Map<?, ?> read = page.evaluate(SHOWN, ChatPage.COMPOSER) instanceof Map<?, ?> map ? map : Map.of();
        return new Shown(
                ChatPage.thread(Address.of(page.url())),
                String.valueOf(read.get("name")),
                !Boolean.FALSE.equals(read.get("disturbed")),
                read.get("age") instanceof Number millis ? Duration.ofMillis(millis.longValue()) : Duration.ZERO);
    }

    /** Presses the row that leads there for sure, or is the only one with the name; false if there is none. */
    public boolean press(String thread, String name) {
        Locator link = link(thread);
        boolean isLink = Press.isThere(link);
        Locator row = isLink ? link : named(name);
        boolean isSure = isLink || row.count() == 1;
        if (isSure) {
            Press.on(row);
        }
        return isSure;
    }

    private Locator link(String thread) {
        return Press.visible(page.locator("a[href^='/direct/t/" + thread + "/']"));
    }

    private Locator named(String name) {
        return page.getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHas(page.locator("img[alt=user-profile-picture]")))
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByTitle(name, new Page.GetByTitleOptions().setExact(true))));
    }
}
