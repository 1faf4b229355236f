package dev.parley.instagram.mobile;

import static dev.parley.instagram.mobile.TestingAppApi.LENA;
import static dev.parley.instagram.mobile.TestingAppApi.signedFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.instagram.Content;
import dev.parley.instagram.Conversation;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.MediaId;
import dev.parley.instagram.Message;
import dev.parley.instagram.Message.Body;
import dev.parley.instagram.MessageId;
import dev.parley.instagram.MessageToken;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.OutgoingMessage;
import dev.parley.instagram.OutgoingMessage.Recipient;
import dev.parley.instagram.Page;
import dev.parley.instagram.Post;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.Sending.Sent;
import dev.parley.instagram.Story;
import dev.parley.instagram.ThreadId;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Likes, stories, conversations and sending, byte by byte. */
class MobileMessagesTest {

    private static final MessageToken TOKEN = new MessageToken("6800012345678901234");
    private static final String THREAD = "340282366841710301949128351934210019233";
    private static final Instant TAKEN = Instant.ofEpochSecond(1_790_000_000);

    private static final Recipient LENA_BY_ID = new Recipient.ToPerson(LENA);

    private final TestingAppApi api = new TestingAppApi();
    private final Instagram instagram = api.signedIn();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void likes_with_the_owner_named_and_looks_without() {
        api.answers(200, "{\"status\":\"ok\"}").answers(200, "{\"items\":[]}");
        Post post = new Post(new MediaId("3200_2001"), "C1");

        assertThat(done(instagram.like(post)).liked()).isTrue();
        assertThat(refusal(instagram.media(post))).isInstanceOf(Refusal.BadResponse.class);

        RecordedRequest like = api.request();
        assertThat(like.getTarget()).isEqualTo("/api/v1/media/3200_2001/like/");
        assertThat(signedFields(like).get("media_id").asString()).isEqualTo("3200_2001");
        assertThat(signedFields(like).get("radio_type").asString()).isEqualTo("wifi-none");
        assertThat(api.request().getTarget()).isEqualTo("/api/v1/media/3200/info/");
    }

    @Test
    void tells_of_stories_from_their_posting_to_now() {
        api.answers(200, "{\"status\":\"ok\"}");
        Story story = new Story(new MediaId("3301_2001"), LENA, TAKEN, TAKEN, false);

        assertThat(done(instagram.watch(List.of(story))).count()).isEqualTo(1);

        RecordedRequest seen = api.request();
        assertThat(seen.getTarget()).isEqualTo("/api/v2/media/seen/?reel=1&live_vod=0");
        assertThat(signedFields(seen).get("reels").toString())
                .isEqualTo("{\"3301_2001_2001\":[\"1790000000_" + TestingAppApi.NOW.getEpochSecond() + "\"]}");
        assertThat(signedFields(seen).get("reel_media_skipped").isObject()).isTrue();
    }

    @Test
    void asks_nothing_about_no_stories_and_refuses_too_many() {
        Story story = new Story(new MediaId("3301_2001"), LENA, TAKEN, TAKEN, false);

        assertThat(done(instagram.watch(List.of())).count()).isZero();
        assertThatThrownBy(() -> instagram.watch(Collections.nCopies(101, story)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(api.server().getRequestCount()).isZero();
    }

    @Test
    void reads_stories_oldest_first_and_which_were_seen() {
        api.answers(200, """
                {"reel":{"id":2001,"seen":1790000100,"items":[
                 {"id":"2_2001","taken_at":1790000200,"expiring_at":1790009999,"user":{"pk":2001}},
                 {"id":"1_2001","taken_at":1790000100},{"id":"0_2001"},{"taken_at":1}]},"status":"ok"}""").answers(200, "{\"reel\":null,\"status\":\"ok\"}").answers(200, "{\"status\":\"ok\"}");

        List<Story> stories = done(instagram.stories(LENA));

        assertThat(stories).extracting(story -> story.id().value()).containsExactly("1_2001", "2_2001");
        assertThat(stories).extracting(Story::seen).containsExactly(true, false);
        assertThat(stories.getFirst().expiresAt()).isEqualTo(Instant.ofEpochSecond(1_790_000_100 + 86_400));
        assertThat(done(instagram.stories(LENA))).isEmpty();
        assertThat(refusal(instagram.stories(LENA))).isInstanceOf(Refusal.BadResponse.class);
    }

    @Test
    void sends_a_text_to_a_person_with_the_callers_token() {
        api.answers(200, """
                {"action":"item_ack","payload":{"client_context":"6800012345678901234","item_id":"3100","timestamp":"1790000000123456",
                "thread_id":"%s"},"status":"ok"}""".formatted(THREAD));

        Sent sent = done(instagram.send(to(LENA_BY_ID, new Content.Text("Grüß dich & bis bald"))));

        assertThat(sent)
                .isEqualTo(new Sent(
                        new MessageId("3100"),
                        new ThreadId(THREAD),
                        Instant.ofEpochSecond(1_790_000_000, 123_456_000)));
        RecordedRequest request = api.request();
        assertThat(request.getTarget()).isEqualTo("/api/v1/direct_v2/threads/broadcast/text/");
        assertThat(form(request))
                .contains("recipient_users=[[2001]]", "text=Grüß dich & bis bald", "send_attribution=message_button")
                .contains("client_context=6800012345678901234", "mutation_token=6800012345678901234")
                .contains("offline_threading_id=6800012345678901234", "action=send_item")
                .doesNotContain("signed_body");
    }

    @Test
    void sends_a_text_with_an_address_as_a_link() {
        api.answers(200, "{\"payload\":{\"item_id\":\"1\"},\"status\":\"ok\"}")
                .answers(200, "{\"payload\":{\"item_id\":\"1\"},\"status\":\"ok\"}");

        done(instagram.send(to(LENA_BY_ID, new Content.Text("See https://a.example/b?c=\"d\" now"))));
        done(instagram.send(to(
                new Recipient.ToThread(new ThreadId(THREAD)),
                new Content.Link("a.example", List.of(URI.create("https://a.example"))))));

        RecordedRequest text = api.request();
        assertThat(text.getTarget()).isEqualTo("/api/v1/direct_v2/threads/broadcast/link/");
        assertThat(form(text)).contains("link_urls=[\"https://a.example/b?c=\\\"d\\\"\"]");
        RecordedRequest link = api.request();
        assertThat(form(link)).contains("link_text=a.example", "thread_ids=[" + THREAD + "]");
    }

    @Test
    void does_not_know_what_became_of_a_message_without_a_name() {
        api.answers(200, "{\"status\":\"ok\"}");

        Refusal refusal = refusal(instagram.send(to(LENA_BY_ID, new Content.Text("Hello"))));

        assertThat(refusal).isInstanceOf(Refusal.BadResponse.class);
        assertThat(((Refusal.Failure) refusal).mayHaveHappened()).isTrue();
    }

    @Test
    void asks_nothing_about_what_it_cannot_send() {
        assertThat(refusal(instagram.send(to(LENA_BY_ID, new Content.Heart()))))
                .isInstanceOf(Refusal.InvalidTarget.class);
        assertThat(refusal(instagram.send(to(new Recipient.ToThread(new ThreadId("t_100")), new Content.Text("x")))))
                .isInstanceOf(Refusal.InvalidTarget.class);
        assertThat(api.driver().messageRules().kinds()).isEqualTo(Set.of(Content.Kind.TEXT, Content.Kind.LINK));
        assertThat(api.server().getRequestCount()).isZero();
    }

    @Test
    void reads_an_inbox_of_all_sorts() {
        api.answers(200, """
                {"inbox":{"threads":[
                 {"thread_id":"%s","users":[{"pk":2001,"username":"lena"},{"pk":2002,"username":"kim"}],"pending":true,"read_state":1,
                  "last_activity_at":1790000000123456,"items":[
                   {"item_id":"5","user_id":42,"timestamp":1790000000000000,"item_type":"text","text":"mine","client_context":"6800012345678901234"},
                   {"item_id":"4","user_id":2001,"timestamp":"1790000000000000","item_type":"voice_media",
                    "voice_media":{"media":{"audio":{"audio_src":"https://a.example/v"}}},"client_context":"short"},
                   {"item_id":"3","user_id":2001,"item_type":"media","media":{"image_versions2":{"candidates":[{"url":"https://a.example/p"},{"url":"x"}]}}},
                   {"item_id":"2","user_id":2001,"item_type":"animated_media"},{"user_id":1}]},
                 {"thread_id":[1]}],"has_older":true,"oldest_cursor":"older"},"status":"ok"}""".formatted(THREAD))
                .answers(200, "{\"inbox\":{\"threads\":[],\"oldest_cursor\":\"\"},\"status\":\"ok\"}");

        Page<Conversation> page = done(instagram.inbox(null));

        assertThat(page.next()).isEqualTo("older");
        Conversation conversation = page.items().getFirst();
        assertThat(page.items()).hasSize(1);
        assertThat(conversation.request()).isTrue();
        assertThat(conversation.unread()).isTrue();
        assertThat(conversation.people()).hasSize(2);
        assertThat(conversation.latest()).extracting(Message::own).containsExactly(true, false, false, false);
        assertThat(conversation.latest())
                .extracting(Message::body)
                .containsExactly(
                        new Body.Text("mine"),
                        new Body.Attachment("voice_media", URI.create("https://a.example/v")),
                        new Body.Attachment("media", URI.create("https://a.example/p")),
                        new Body.Other("animated_media"));
        assertThat(conversation.latest()).extracting(Message::token).containsExactly(TOKEN, null, null, null);
        assertThat(done(instagram.inbox("older")).next()).isNull();
        assertThat(api.request().getTarget())
                .contains("fetch_reason=initial_snapshot")
                .doesNotContain("cursor");
        assertThat(api.request().getTarget()).contains("cursor=older", "direction=older");
    }

    @Test
    void accepts_declines_and_marks_as_read() {
        api.answers(200, "{\"status\":\"ok\"}")
                .answers(200, "{\"status\":\"ok\"}")
                .answers(200, "{\"status\":\"ok\"}");
        ThreadId thread = new ThreadId(THREAD);

        done(instagram.accept(thread));
        done(instagram.decline(thread));
        done(instagram.markRead(thread, new MessageId("3100")));

        RecordedRequest accept = api.request();
        assertThat(accept.getTarget()).isEqualTo("/api/v1/direct_v2/threads/" + THREAD + "/approve/");
        assertThat(form(accept)).contains("filter=DEFAULT");
        assertThat(api.request().getTarget()).isEqualTo("/api/v1/direct_v2/threads/" + THREAD + "/decline/");
        RecordedRequest seen = api.request();
        assertThat(seen.getTarget()).isEqualTo("/api/v1/direct_v2/threads/" + THREAD + "/items/3100/seen/");
        assertThat(form(seen)).contains("action=mark_seen", "thread_id=" + THREAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"aWdfZAG", "../inbox", "1/2", "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void asks_nothing_about_what_cannot_be_a_conversation(String id) {
        ThreadId thread = new ThreadId(id);

        assertThat(refusal(instagram.messages(thread, null))).isInstanceOf(Refusal.InvalidTarget.class);
        assertThat(refusal(instagram.accept(thread))).isInstanceOf(Refusal.InvalidTarget.class);
        assertThat(api.server().getRequestCount()).isZero();
    }

    @Test
    void takes_any_404_with_words_for_a_conversation_that_is_not_there() {
        api.answers(404, "{\"message\":\"Gone\",\"status\":\"fail\"}").answers(404, "Not Found");
        ThreadId thread = new ThreadId(THREAD);

        assertThat(refusal(instagram.messages(thread, null))).isInstanceOf(Refusal.InvalidTarget.class);
        assertThat(refusal(instagram.messages(thread, null))).isInstanceOf(Refusal.BlockSuspected.class);
    }

    private static OutgoingMessage to(Recipient recipient, Content content) {
        return new OutgoingMessage(recipient, content, TOKEN, false);
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
