package dev.parley.instagram.mobile;

import static dev.parley.instagram.mobile.TestingAppApi.ACCOUNT;
import static dev.parley.instagram.mobile.TestingAppApi.LENA;
import static dev.parley.instagram.mobile.TestingAppApi.json;
import static dev.parley.instagram.mobile.TestingAppApi.signedFields;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.instagram.Friendship;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Media;
import dev.parley.instagram.MediaId;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Page;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Profile;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.Shortcode;
import dev.parley.instagram.SignedOut;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MobileInstagramTest {

    private final TestingAppApi api = new TestingAppApi();
    private final Instagram instagram = api.signedIn();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void says_who_is_signed_in() {
        api.answers(200, """
                {"user":{"pk":"42","username":"Alma.Plain","full_name":"Alma","is_private":false,"is_verified":false,
                "is_business":false,"biography":"hi","email":"a@b"},"status":"ok"}""");

        Profile profile = done(instagram.currentUser());

        assertThat(profile.id()).isEqualTo(ACCOUNT);
        assertThat(profile.username()).isEqualTo("alma.plain");
        assertThat(profile.followerCount()).isNull();
        assertThat(api.request().getTarget()).isEqualTo("/api/v1/accounts/current_user/?edit=true");
    }

    @Test
    void looks_a_person_up_by_any_spelling_of_the_name() {
        api.answers(200, """
                {"user":{"pk":2001,"username":"lena","full_name":"Lena","is_private":true,"is_verified":true,
                "is_business":true,"media_count":7,"follower_count":300000,"following_count":12},"status":"ok"}""");

        Profile lena = done(instagram.person(" @Lena "));

        assertThat(lena).isEqualTo(new Profile(LENA.id(), "lena", "Lena", true, true, true, null, 7, 300000, 12));
        assertThat(api.request().getTarget()).isEqualTo("/api/v1/users/lena/usernameinfo/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/b", "two words", "naïve", "0123456789012345678901234567890"})
    void asks_nothing_about_what_cannot_be_a_username(String name) {
        assertThat(refusal(instagram.person(name))).isInstanceOf(Refusal.InvalidTarget.class);
        assertThat(api.server().getRequestCount()).isZero();
    }

    @Test
    void reads_a_hashtag_page_by_page() {
        api.answers(200, """
                        {"sections":[{"layout_type":"one_by_two_left","layout_content":{
                          "one_by_two_item":{"clips":{"items":[{"media":%s}]}},"fill_items":[{"media":%s}]}},
                          {"layout_type":"media_grid","layout_content":{"medias":[{"media":%s},{"media":{"pk":1}}]}}],
                         "more_available":true,"next_max_id":"QVFD=","next_media_ids":[3500,"3501"],"status":"ok"}""".formatted(media(1), media(2), media(3)))
                .answers(200, "{\"sections\":[],\"more_available\":false,\"status\":\"ok\"}");

        Page<Media> first = done(instagram.hashtag("#Fernweh", null));
        Page<Media> second = done(instagram.hashtag("Fernweh", first.next()));

        assertThat(first.items()).extracting(Media::code).containsExactly("C1", "C2", "C3");
        assertThat(first.items().getFirst())
                .isEqualTo(new Media(
                        new MediaId("1_2001"),
                        "C1",
                        new Profile(LENA.id(), "lena", "Lena", false, false, false, null, null, null, null),
                        Instant.ofEpochSecond(1_790_000_000),
                        "sea & sky",
                        5,
                        null));
        assertThat(second.next()).isNull();
        assertThat(form(api.request())).contains("tab=recent").doesNotContain("max_id");
        RecordedRequest next = api.request();
        assertThat(next.getTarget()).isEqualTo("/api/v1/tags/Fernweh/sections/");
        assertThat(form(next)).contains("max_id=QVFD=").contains("next_media_ids=[\"3500\",\"3501\"]");
    }

    @Test
    void encodes_the_name_of_a_hashtag() {
        api.answers(200, "{\"sections\":[],\"more_available\":false,\"status\":\"ok\"}");

        done(instagram.hashtag("größe", null));

        assertThat(api.request().getTarget()).isEqualTo("/api/v1/tags/gr%C3%B6%C3%9Fe/sections/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "..", "a/b", "two words"})
    void asks_nothing_about_what_cannot_be_a_hashtag(String name) {
        assertThat(refusal(instagram.hashtag(name, null))).isInstanceOf(Refusal.InvalidTarget.class);
        assertThat(api.server().getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "page 2", "e30", "WzEsMl0"})
    void asks_nothing_with_a_cursor_that_is_none(String cursor) {
        assertThat(refusal(instagram.hashtag("travel", cursor))).isInstanceOf(Refusal.InvalidTarget.class);
        assertThat(api.server().getRequestCount()).isZero();
    }

    @Test
    void reads_who_likes_a_post_in_one_request() {
        api.answers(200, """
                {"users":[{"pk":2001,"username":"lena","full_name":"Lena","is_private":true},{"pk":"x"},
                {"pk":"2002","username":"Sam"}],"user_count":1977,"status":"ok"}""");

        assertThat(done(instagram.likers(new Shortcode("B1LbfVPlwIA"))))
                .extracting(Profile::username, Profile::isPrivate)
                .containsExactly(tuple("lena", true), tuple("sam", false));
        assertThat(api.request().getTarget()).isEqualTo("/api/v1/media/2110901750722920960/likers/");
        assertThat(api.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void reads_the_posts_of_a_person_page_by_page() {
        api.answers(200, """
                        {"items":[%s,{"id":"x"},%s],"num_results":3,"more_available":true,"next_max_id":"2_2001","status":"ok"}""".formatted(media(1), media(2))).answers(200, """
                        {"items":[],"more_available":false,"next_max_id":"left over","status":"ok"}""");

        Page<Media> first = done(instagram.posts(LENA, null));
        Page<Media> second = done(instagram.posts(LENA, first.next()));

        assertThat(first.items()).extracting(Media::code).containsExactly("C1", "C2");
        assertThat(second).isEqualTo(new Page<>(List.of(), null));
        assertThat(api.request().getTarget()).isEqualTo("/api/v1/feed/user/2001/?count=33");
        assertThat(api.request().getTarget()).isEqualTo("/api/v1/feed/user/2001/?count=33&max_id=2_2001");
    }

    @Test
    void reads_its_home_feed_page_by_page_without_ads_and_suggestions() {
        String ads = Stream.of("\"ad_id\":\"7\"", "\"dr_ad_type\":1", "\"injected\":{\"label\":\"Sponsored\"}")
                .map(mark -> "{\"media_or_ad\":" + media(9).replaceFirst("\\{", "{" + mark + ",") + "}")
                .collect(joining(","));
        api.answers(200, """
                        {"feed_items":[{"media_or_ad":%s},%s,{"suggested_users":{"suggestions":[{"media_or_ad":1}]}},
                        {"media_or_ad":%s}],"more_available":true,"next_max_id":"KJ==","status":"ok"}""".formatted(
                                media(1), ads, media(2).replaceFirst("\\{", "{\"ad_id\":null,\"dr_ad_type\":0,")))
                .answers(200, """
                        {"feed_items":[{"end_of_feed_demarcator":{"title":"You're all caught up"}}],"more_available":false,
                        "status":"ok"}""");

        Page<Media> first = done(instagram.feed(null));
        Page<Media> second = done(instagram.feed(first.next()));

        assertThat(first.items()).extracting(Media::code).containsExactly("C1", "C2");
        assertThat(second).isEqualTo(new Page<>(List.of(), null));
        RecordedRequest asked = api.request();
        assertThat(asked.getTarget()).isEqualTo("/api/v1/feed/timeline/");
        assertThat(asked.getHeaders().get("Content-Type"))
                .isEqualTo("application/x-www-form-urlencoded; charset=UTF-8");
        assertThat(TestingAppApi.text(asked)).startsWith("{").contains("\"is_pull_to_refresh\":\"1\"");
        assertThat(TestingAppApi.text(api.request()))
                .contains("\"reason\":\"pagination\"", "\"max_id\":\"KJ==\"", "\"is_pull_to_refresh\":\"0\"");
    }

    @Test
    void looks_at_one_friendship() {
        api.answers(200, """
                {"blocking":true,"followed_by":true,"following":false,"incoming_request":false,"is_private":true,
                "outgoing_request":true,"status":"ok"}""");

        assertThat(done(instagram.friendship(LENA))).isEqualTo(new Friendship(false, true, true, true, true));
    }

    @Test
    void looks_at_many_friendships_in_one_request() {
        api.answers(200, """
                {"friendship_statuses":{"2001":{"following":true,"outgoing_request":false,"is_private":false},
                "2002":{"following":false},"x":{"following":true}},"status":"ok"}""");

        Map<PersonId, Friendship> friendships =
                done(instagram.friendships(List.of(LENA, TestingAppApi.person("2002"), TestingAppApi.person("2003"))));

        assertThat(friendships).containsOnlyKeys(LENA.id(), new PersonId("2002"));
        assertThat(friendships.get(LENA.id())).isEqualTo(new Friendship(true, false, false, false, false));
        assertThat(form(api.request())).startsWith("user_ids=2001,2002,2003&_uuid=");
    }

    @Test
    void refuses_more_than_a_hundred_people_at_once_and_asks_nothing_about_nobody() {
        List<Person> crowd = IntStream.rangeClosed(1, 101)
                .mapToObj(i -> TestingAppApi.person(String.valueOf(i)))
                .toList();

        assertThatThrownBy(() -> instagram.friendships(crowd)).isInstanceOf(IllegalArgumentException.class);
        assertThat(done(instagram.friendships(List.of()))).isEmpty();
        assertThat(api.server().getRequestCount()).isZero();
    }

    @Test
    void follows_with_one_request_and_no_look_before_it() {
        api.answers(200, """
                {"friendship_status":{"following":true,"outgoing_request":false,"is_private":false},"status":"ok"}""");

        assertThat(done(instagram.follow(LENA)).following()).isTrue();

        RecordedRequest request = api.request();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getTarget()).isEqualTo("/api/v1/friendships/create/2001/");
        assertThat(request.getHeaders().get("Content-Type"))
                .isEqualTo("application/x-www-form-urlencoded; charset=UTF-8");
        var fields = signedFields(request);
        assertThat(fields.get("user_id").asString()).isEqualTo("2001");
        assertThat(fields.get("_uid").asString()).isEqualTo("42");
        assertThat(fields.get("radio_type").asString()).isEqualTo("wifi-none");
        assertThat(api.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void unfollows() {
        api.answers(200, "{\"friendship_status\":{\"following\":false,\"outgoing_request\":false},\"status\":\"ok\"}");

        assertThat(done(instagram.unfollow(LENA)).inForce()).isFalse();
        assertThat(api.request().getTarget()).isEqualTo("/api/v1/friendships/destroy/2001/");
    }

    @Test
    void keeps_the_session_as_the_last_answer_left_it() {
        api.answers(json(200, "{\"following\":true,\"status\":\"ok\"}")
                        .addHeader("ig-set-ig-u-rur", "RUR-2")
                        .addHeader("Set-Cookie", "csrftoken=csrf-2; Path=/")
                        .addHeader("Set-Cookie", "advert=1")
                        .build())
                .answers(200, "{\"following\":true,\"status\":\"ok\"}");
        SessionSnapshot before = instagram.session();

        instagram.friendship(LENA);
        SessionSnapshot after = instagram.session();
        instagram.friendship(LENA);

        assertThat(after).isNotEqualTo(before);
        assertThat(instagram.session()).isSameAs(after);
        assertThat(after.state()).contains("RUR-2", "csrf-2").doesNotContain("csrf-1", "advert");
        assertThat(SessionSnapshot.fromBytes(after.toBytes())).isEqualTo(after);
    }

    @Test
    void ends_the_session_and_asks_nothing_afterwards() {
        api.answers(200, "{\"status\":\"ok\"}");

        assertThat(done(instagram.signOut())).isEqualTo(new SignedOut());

        assertThat(refusal(instagram.follow(LENA))).isInstanceOf(Refusal.LoginRequired.class);
        assertThat(instagram.session().state()).doesNotContain("geheim", "IGT");
        assertThat(api.server().getRequestCount()).isEqualTo(1);
    }

    private static String media(int number) {
        return """
                {"pk":%1$d,"id":"%1$d_2001","code":"C%1$d","taken_at":1790000000,"media_type":1,"like_count":5,
                "user":{"pk":2001,"username":"lena","full_name":"Lena"},"caption":{"text":"sea & sky","pk":"9"},
                "image_versions2":{"candidates":[{"width":1,"height":1,"url":"x"}]}}""".formatted(number);
    }

    private static String form(RecordedRequest request) {
        return URLDecoder.decode(TestingAppApi.text(request), StandardCharsets.UTF_8);
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    private static Refusal refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal();
    }
}
