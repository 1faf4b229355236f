package dev.parley.bench.instagram;

import dev.parley.instagram.Content;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.MessageToken;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.OutgoingMessage;
import dev.parley.instagram.OutgoingMessage.Recipient;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.ThreadId;
import dev.parley.instagram.browser.BrowserDriver;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The browser driver: one driver, an {@link Instagram} for each account. Its settings are the default ones, but for how many accounts it may have
 * open, and for the time for a call: a slow machine shall give slow figures, not none.
 */
final class BrowserParty {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private BrowserParty() {}

    public static void main(String[] args) throws Exception {
        BrowserDriver driver = BrowserDriver.builder()
                .site(URI.create(args[0]))
                .callDeadline(PATIENCE)
                .openAccounts(Integer.parseInt(args[2]))
                .build();
        var accounts = new ConcurrentHashMap<String, Instagram>();
        MessageLoop.run(args, (to, text) -> {
            Work.Session session = to.session();
            send(accounts.computeIfAbsent(session.username(), ignored -> open(driver, session)), to.chat(), text);
        });
    }

    private static Instagram open(BrowserDriver driver, Work.Session session) {
        return driver.open(driver.adopt(
                new PersonId(session.userId()), session.username(), driver.newIdentity(), null, session.cookies()));
    }

    private static void send(Instagram instagram, Chats.Chat chat, String text) {
        Outcome<?> outcome = instagram.send(new OutgoingMessage(
                new Recipient.ToThread(new ThreadId(chat.thread())),
                new Content.Text(text),
                MessageToken.next(ThreadLocalRandom.current()),
                false));
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException("refused: " + outcome);
        }
    }
}
