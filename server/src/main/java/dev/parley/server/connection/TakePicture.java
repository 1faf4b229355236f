package dev.parley.server.connection;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.browser.BrowserDriver;
import dev.parley.instagram.browser.Sight;
import dev.parley.server.bot.Action;
import dev.parley.server.bot.ActionHandler;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Ending;
import dev.parley.server.bot.Performed;
import dev.parley.server.bot.Settled;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.evidence.KeepScreenshot;
import dev.parley.server.evidence.Seen;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Keeps what an account's page in the browser looks like just now. */
@Component
class TakePicture implements ActionHandler<UUID> {

    static final String KIND = "take-picture";
    static final String PICTURE = "picture";

    private final BrowserDriver browser;
    private final KeepScreenshot keep;

    TakePicture(BrowserDriver browser, KeepScreenshot keep) {
        this.browser = browser;
        this.keep = keep;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean changes() {
        return false;
    }

    @Override
    public boolean needsSession() {
        return true;
    }

    @Override
    public Performed<UUID> perform(Attempt attempt) {
        return switch (browser.look(attempt.instagram())) {
            case Outcome.Done<Sight>(Sight sight) -> kept(sight);
            case Outcome.Refused<Sight>(var refusal) -> new Performed.Refused<>(refusal);
        };
    }

    private Performed<UUID> kept(Sight sight) {
        return keep.keep(new Seen("look", null, sight.path(), sight.picture(), sight.source()))
                .<Performed<UUID>>map(Performed.Succeeded::new)
                .orElseGet(() -> new Performed.Failed<>(ErrorCode.BUG, "The picture could not be stored."));
    }

    @Override
    public Supplier<Settled> settle(Action action, Ending<UUID> ending) {
        return () -> Settled.telling(
                ending instanceof Ending.Succeeded<UUID>(UUID picture)
                        ? Map.of(PICTURE, picture.toString())
                        : Map.of());
    }
}
