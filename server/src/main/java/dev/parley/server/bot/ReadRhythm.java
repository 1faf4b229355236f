package dev.parley.server.bot;

import dev.parley.server.account.Account;
import dev.parley.server.account.Rhythm;
import org.springframework.stereotype.Component;

/** Tells when an account's jobs go on, by the clock of its bot. Joins the caller's transaction. */
@Component
public class ReadRhythm {

    private final BotInstances bots;

    ReadRhythm(BotInstances bots) {
        this.bots = bots;
    }

    public RhythmView view(Account account) {
        return bots.find(account.id()).map(ReadRhythm::view).orElse(new RhythmView(Rhythm.USUAL, null));
    }

    private static RhythmView view(BotInstance bot) {
        var rhythm = bot.rhythm();
        return new RhythmView(rhythm, rhythm.isOpen(bot.readAt()) ? null : rhythm.opening(bot.readAt()));
    }
}
