package dev.parley.instagram.mobile;

import dev.parley.instagram.Likes.Liking;
import dev.parley.instagram.Media;
import dev.parley.instagram.MediaId;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Profile;
import dev.parley.instagram.http.Reading;
import java.util.List;

/** Looking at a post and at who likes it, liking it and taking that back: one request each. */
final class Likes {

    private final Line line;
    private final Device device;
    private final PersonId account;

    Likes(Line line, Device device, PersonId account) {
        this.line = line;
        this.device = device;
        this.account = account;
    }

    /** Fact: to look at a post its number is enough; a change names the owner too. */
    Outcome<Media> media(MediaId media) {
        return line.ask(AppRequest.get("media/" + number(media) + "/info/"), new MediaReading());
    }

    /** Source of the fact: instagram-private-api's {@code MediaRepository.likers}; its answer has no cursor. */
    Outcome<List<Profile>> likers(MediaId media) {
        return line.ask(AppRequest.get("media/" + number(media) + "/likers/"), new ProfilesReading())
                .then(page -> new Outcome.Done<>(page.items()));
    }

    private static String number(MediaId media) {
        return media.value().split("_", 2)[0];
    }

    Outcome<Liking> like(MediaId media) {
        return change(media, "like", true);
    }

    Outcome<Liking> unlike(MediaId media) {
        return change(media, "unlike", false);
    }

    private Outcome<Liking> change(MediaId media, String verb, boolean liked) {
        return line.ask(
                AppRequest.signed("media/" + media.value() + "/" + verb + "/", fields(media)),
                Reading.nothingBut(new Liking(media, liked)));
    }

    /** Fact: the names are the app's; what public clients draw at random is sent as zero. */
    private Fields fields(MediaId media) {
        return new Fields()
                .with("_uuid", device.uuid())
                .with("_uid", account.value())
                .with("device_id", device.androidId())
                .with("radio_type", "wifi-none")
                .with("media_id", media.value())
                .with("inventory_source", "media_or_ad")
                .with("delivery_class", "organic")
                .with("tap_source", "button")
                .with("container_module", "feed_timeline")
                .with("feed_position", "0")
                .with("media_pct_watched", "0")
                .with("floating_context_items", "[]")
                .with("is_2m_enabled", "false")
                .with("is_from_swipe", "false")
                .with("is_carousel_bumped_post", "false");
    }
}
