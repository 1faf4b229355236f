package dev.parley.instagram.browser;

import dev.parley.instagram.Refusal;
import dev.parley.instagram.browser.chromium.BrowserTrouble;
import dev.parley.instagram.browser.page.ChatPage;
import java.util.List;

/** Types a message into a conversation that has just been looked at, and makes sure that this and nothing else stands in the composer. */
record Composing(Errand errand, String text) {

    private static final int ATTEMPTS = 3;

    void type() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (typed()) {
                return;
            }
            look();
        }
        throw new Stopped(new Refusal.NotSent("The message could not be typed; nothing was sent"));
    }

    private boolean typed() {
        List<String> lines = text.strip().lines().toList();
        try {
            errand.act(page -> errand.chat(page).type(lines.getFirst()));
            lines.stream().skip(1).forEach(this::typeMore);
        } catch (BrowserTrouble trouble) {
            if (trouble.kind() != BrowserTrouble.Kind.UNTOUCHED) {
                throw trouble;
            }
            return false;
        }
        return errand.see((page, wire) -> errand.chat(page).typed()).equals(ChatPage.plain(text));
    }

    private void typeMore(String line) {
        look();
        errand.act(page -> errand.chat(page).typeMore(line));
    }

    /** Fact: questions come in between while somebody types, and would take the keys. */
    private void look() {
        errand.see((page, wire) -> true);
    }
}
