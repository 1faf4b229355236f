package dev.parley.server.automation;

import dev.parley.instagram.Likes.Liking;
import dev.parley.instagram.Media;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Refusal;
import dev.parley.server.bot.Action;
import dev.parley.server.bot.ActionHandler;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Ending;
import dev.parley.server.bot.Looked;
import dev.parley.server.bot.Performed;
import dev.parley.server.bot.Settled;
import dev.parley.server.bot.Spacing;
import dev.parley.server.contact.Contacts;
import dev.parley.server.core.ErrorCode;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Likes a post of one person of a job. */
@Component
class Like implements ActionHandler<Boolean> {

    private final Contacts contacts;
    private final SettleTarget settleTarget;

    Like(Contacts contacts, SettleTarget settleTarget) {
        this.contacts = contacts;
        this.settleTarget = settleTarget;
    }

    @Override
    public String kind() {
        return JobAction.LIKE.stored();
    }

    @Override
    public boolean needsSession() {
        return true;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public boolean effectShows() {
        return true;
    }

    @Override
    public List<String> counted(Action action) {
        return List.of(JobAction.LIKE.limit());
    }

    @Override
    public Spacing spacing() {
        return JobAction.LIKE.spacing();
    }

    @Override
    public Performed<Boolean> perform(Attempt attempt) {
        return switch (attempt.instagram().like(ActedUpon.post(attempt.action()))) {
            case Outcome.Done<Liking>(Liking liking) ->
                liking.liked()
                        ? new Performed.Succeeded<>(true)
                        : new Performed.Ineffective<>(
                                "Instagram accepted the like, and answered that it is not in force.");
            case Outcome.Refused<Liking>(Refusal refusal) -> ActedUpon.refused(refusal, ErrorCode.LIKE_REFUSED);
        };
    }

    @Override
    public Looked<Boolean> look(Attempt attempt) {
        return switch (attempt.instagram().media(ActedUpon.post(attempt.action()))) {
            case Outcome.Done<Media>(Media media) -> {
                var liked = media.liked();
                if (liked == null) {
                    yield new Looked.CannotTell<>("Instagram does not say whether the account likes the post.");
                }
                yield liked ? new Looked.TookEffect<>(true) : new Looked.HadNoEffect<>();
            }
            case Outcome.Refused<Media>(Refusal refusal) -> new Looked.Refused<>(refusal);
        };
    }

    @Override
    public Supplier<Settled> settle(Action action, Ending<Boolean> ending) {
        if (ending instanceof Ending.Succeeded || ending instanceof Ending.Unconfirmed) {
            var owner = ActedUpon.by(action);
            contacts.touch(action.account(), owner.id(), owner.username());
        }
        return settleTarget.settle(action, ending);
    }
}
