package dev.parley.instagram.browser;

import com.microsoft.playwright.Page;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.browser.chromium.BrowserTrouble;
import dev.parley.instagram.browser.page.ChatPage;
import java.util.List;
import java.util.function.Consumer;

/** Types a message, and makes sure that this and nothing else stands in the composer. */
record Composing(Errand errand, String text) {

    private static final int ATTEMPTS = 3;

    void type() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (typed()) {
                return;
            }
        }
        throw new Stopped(new Refusal.NotSent("The message could not be typed; nothing was sent"));
    }

    private boolean typed() {
        List<String> lines = text.strip().lines().toList();
        try {
            clear(page -> errand.chat(page).type(lines.getFirst()));
            lines.stream()
                    .skip(1)
                    .forEach(line -> clear(page -> errand.chat(page).typeMore(line)));
        } catch (BrowserTrouble trouble) {
            if (trouble.kind() != BrowserTrouble.Kind.UNTOUCHED) {
                throw trouble;
            }
            return false;
        }
        return errand.see((page, wire) -> errand.chat(page).typed()).equals(ChatPage.plain(text));
    }

    /** Fact: questions come in between while somebody types, and would take the keys. */
    private void clear(Consumer<Page> action) {
        errand.see((page, wire) -> true);
        errand.act(action);
    }
}
