package dev.parley.instagram.mobile;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.Page;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Profile;
import org.jspecify.annotations.Nullable;

/** Who follows somebody, and whom they follow, one page a request. */
final class FollowLists {

    /** Fact: what the app asks for at once; Instagram may give fewer. */
    private static final int PAGE_SIZE = 200;

    private final Line line;
    private final Device device;
    private final PersonId account;

    FollowLists(Line line, Device device, PersonId account) {
        this.line = line;
        this.device = device;
        this.account = account;
    }

    Outcome<Page<Profile>> followers(PersonId person, @Nullable String cursor) {
        return page(person, "followers", cursor);
    }

    Outcome<Page<Profile>> following(PersonId person, @Nullable String cursor) {
        return page(person, "following", cursor);
    }

    private Outcome<Page<Profile>> page(PersonId person, String list, @Nullable String cursor) {
        Query query = new Query()
                .with("count", Integer.toString(PAGE_SIZE))
                .with("rank_token", account.value() + "_" + device.uuid())
                .with("search_surface", "follow_list_page")
                .with("query", "")
                .with("enable_groups", "true")
                .with("max_id", cursor);
        return line.ask(
                AppRequest.get("friendships/" + person.value() + "/" + list + "/" + query), new ProfilesReading());
    }
}
