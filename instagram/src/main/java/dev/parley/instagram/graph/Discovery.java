package dev.parley.instagram.graph;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.Profile;
import java.util.regex.Pattern;

/** Looking up another business by its name. */
final class Discovery {

    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._]{1,30}");
    private static final String FIELDS = "id,username,name,biography,followers_count,follows_count,media_count";

    private Discovery() {}

    static Outcome<Profile> business(Account account, String username) {
        String stripped = username.strip();
        String name = stripped.startsWith("@") ? stripped.substring(1) : stripped;
        if (!USERNAME.matcher(name).matches()) {
            return Account.nothingAsked("Not a username");
        }
        Parameters query = new Parameters().with("fields", "business_discovery.username(" + name + "){" + FIELDS + "}");
        return account.askPersonally(
                GraphRequest.get(account.path(""), query), json -> Profiles.ownIn(json.path("business_discovery")));
    }
}
