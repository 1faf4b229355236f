package dev.parley.instagram.graph;

import dev.parley.instagram.DraftId;
import dev.parley.instagram.MediaId;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Publication;
import dev.parley.instagram.Publishing.Draft;
import dev.parley.instagram.Publishing.Published;
import dev.parley.instagram.Publishing.Quota;
import dev.parley.instagram.Publishing.State;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Publishing posts, reels and stories. */
final class PublishingCalls {

    private final Account account;

    PublishingCalls(Account account) {
        this.account = account;
    }

    Outcome<Draft> prepare(Publication publication) {
        String wrong = PublicationBody.wrongWith(publication);
        if (wrong != null) {
            return Account.nothingAsked(wrong);
        }
        return account.ask(GraphRequest.post(account.path("media"), PublicationBody.of(publication)), json -> {
            DraftId id = Fields.id(json, "id", DraftId::new);
            return id == null ? null : new Draft(id, State.PREPARING, null);
        });
    }

    Outcome<Draft> draft(DraftId draft) {
        Parameters query = new Parameters().with("fields", "status_code,status");
        return account.ask(GraphRequest.get(draft.value(), query), json -> {
            State state = state(Fields.textOrEmpty(json, "status_code"));
            return state == null ? null : new Draft(draft, state, Fields.text(json, "status"));
        });
    }

    Outcome<Published> publish(DraftId draft) {
        Parameters query = new Parameters().with("creation_id", draft.value());
        return account.ask(GraphRequest.post(account.path("media_publish"), query), json -> {
            MediaId media = Fields.media(json, "id");
            return media == null ? null : new Published(media);
        });
    }

    Outcome<Quota> quota() {
        Parameters query = new Parameters().with("fields", "quota_usage,config");
        return account.ask(GraphRequest.get(account.path("content_publishing_limit"), query), answer -> {
            JsonNode json = Fields.unwrapped(answer);
            Integer used = Fields.count(json, "quota_usage");
            Integer seconds = Fields.count(json.path("config"), "quota_duration");
            return used == null
                    ? null
                    : new Quota(
                            used,
                            Fields.count(json.path("config"), "quota_total"),
                            seconds == null ? null : Duration.ofSeconds(seconds));
        });
    }

    private static @Nullable State state(String code) {
        return switch (code) {
            case "IN_PROGRESS" -> State.PREPARING;
            case "FINISHED" -> State.READY;
            case "ERROR" -> State.FAILED;
            case "EXPIRED" -> State.EXPIRED;
            case "PUBLISHED" -> State.PUBLISHED;
            default -> null;
        };
    }
}
