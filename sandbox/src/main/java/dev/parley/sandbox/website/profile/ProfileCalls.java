package dev.parley.sandbox.website.profile;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.follow.Friendship;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.website.page.Replies;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebRoutes;
import dev.parley.sandbox.world.Person;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Profiles as the site's scripts read them, and who is signed in. */
public final class ProfileCalls {

    private ProfileCalls() {}

    public static void addTo(WebRoutes routes) {
        routes.get("/api/v1/users/web_profile_info", Call.USER, ProfileCalls::profile);
        routes.get("/api/v1/accounts/edit/web_form_data", Call.CURRENT_USER, ProfileCalls::formData);
    }

    private static Answer profile(Visit visit, Session session) {
        return ProfilePages.named(visit.query("username"), visit)
                .map(person -> Replies.ok("data", Json.object("user", user(person, visit, session))))
                .orElseGet(Replies::userNotFound);
    }

    private static Map<String, @Nullable Object> user(Person person, Visit visit, Session session) {
        var profile = Profile.of(person, session.account().id(), visit.state());
        Friendship friendship = profile.friendship();
        return Json.object(
                "id",
                Long.toString(person.id()),
                "username",
                person.username(),
                "full_name",
                person.fullName(),
                "biography",
                person.biography(),
                "is_private",
                person.isPrivate(),
                "is_verified",
                person.verified(),
                "is_business_account",
                person.business(),
                "profile_pic_url",
                "/_sandbox/pictures/" + person.id() + ".svg",
                "edge_followed_by",
                count(profile.followers()),
                "edge_follow",
                count(profile.following()),
                "edge_owner_to_timeline_media",
                count(person.posts()),
                "followed_by_viewer",
                friendship.following(),
                "requested_by_viewer",
                friendship.requested(),
                "follows_viewer",
                friendship.followedBy(),
                "blocked_by_viewer",
                false,
                "has_blocked_viewer",
                false);
    }

    private static Map<String, @Nullable Object> count(long number) {
        return Json.object("count", number, "edges", List.of());
    }

    private static Answer formData(Visit visit, Session session) {
        Account account = session.account();
        return Replies.ok(
                "form_data",
                Json.object(
                        "first_name",
                        account.person().fullName(),
                        "username",
                        account.username(),
                        "email",
                        account.email(),
                        "biography",
                        account.person().biography(),
                        "phone_number",
                        ""));
    }
}
