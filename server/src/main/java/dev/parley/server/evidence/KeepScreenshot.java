package dev.parley.server.evidence;

import dev.parley.instagram.browser.Evidence;
import dev.parley.instagram.browser.FailureRecorder;
import dev.parley.server.tenancy.Tenancy;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stores what the browser saw, in a transaction of its own, for the action under way. Whatever goes wrong with that, the call goes on. */
@Component
public class KeepScreenshot implements FailureRecorder {

    private static final Logger LOG = LoggerFactory.getLogger(KeepScreenshot.class);

    private final Tenancy tenancy;
    private final Screenshots screenshots;

    KeepScreenshot(Tenancy tenancy, Screenshots screenshots) {
        this.tenancy = tenancy;
        this.screenshots = screenshots;
    }

    @Override
    public void record(Evidence evidence) {
        keep(new Seen(
                evidence.call(),
                evidence.refusal().getClass().getSimpleName(),
                evidence.path(),
                evidence.picture(),
                evidence.source()));
    }

    /** Empty where it could not be stored, or nothing is under way to which it belongs. */
    public Optional<UUID> keep(Seen seen) {
        try {
            return UnderWay.now()
                    .map(underWay -> tenancy.in(underWay.workspace(), () -> screenshots.add(underWay, seen)));
        } catch (RuntimeException failed) {
            LOG.warn("What the browser saw of {} is not stored", seen.call(), failed);
            return Optional.empty();
        }
    }
}
