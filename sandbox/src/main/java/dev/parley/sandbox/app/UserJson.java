package dev.parley.sandbox.app;

import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.world.Person;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** People as the app sees them: short in lists, whole on their profile. */
record UserJson(SandboxState state, String baseUrl) {

    static UserJson in(AppRequest request) {
        return new UserJson(request.state(), request.baseUrl());
    }

    Map<String, @Nullable Object> brief(Person person) {
        return Json.object(
                "pk",
                person.id(),
                "pk_id",
                Long.toString(person.id()),
                "id",
                Long.toString(person.id()),
                "username",
                person.username(),
                "full_name",
                person.fullName(),
                "is_private",
                person.isPrivate(),
                "is_verified",
                person.verified(),
                "has_anonymous_profile_picture",
                false,
                "profile_pic_id",
                Long.toString(person.id()),
                "profile_pic_url",
                picture(person));
    }

    Map<String, @Nullable Object> profile(Person person) {
        Map<String, @Nullable Object> profile = brief(person);
        profile.putAll(Json.object(
                "biography",
                person.biography(),
                "external_url",
                "",
                "is_business",
                person.business(),
                "account_type",
                person.business() ? 2 : 1,
                "media_count",
                person.posts(),
                "follower_count",
                followers(person),
                "following_count",
                following(person),
                "hd_profile_pic_url_info",
                Json.object("url", picture(person), "width", 150, "height", 150),
                "hd_profile_pic_versions",
                List.of()));
        return profile;
    }

    private long followers(Person person) {
        long gained = state.follows().gainedFollowers(person.id());
        return gained + (isSeeded(person) ? state.world().follows().followerCount(person) : 0);
    }

    private long following(Person person) {
        return isSeeded(person)
                ? state.world().follows().followingCount(person)
                : state.follows().followingCount(person.id());
    }

    private boolean isSeeded(Person person) {
        return state.world().people().withId(person.id()).isPresent();
    }

    private String picture(Person person) {
        return baseUrl + "/_sandbox/pictures/" + person.id() + ".svg";
    }
}
