package dev.parley.instagram.graph;

import static dev.parley.instagram.graph.TestingDrivers.done;
import static dev.parley.instagram.graph.TestingDrivers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Comment;
import dev.parley.instagram.CommentId;
import dev.parley.instagram.Content;
import dev.parley.instagram.Content.Button;
import dev.parley.instagram.DraftId;
import dev.parley.instagram.Insights.Metric;
import dev.parley.instagram.Insights.Period;
import dev.parley.instagram.Insights.Query;
import dev.parley.instagram.MediaId;
import dev.parley.instagram.MessageToken;
import dev.parley.instagram.OutgoingMessage;
import dev.parley.instagram.OutgoingMessage.Recipient;
import dev.parley.instagram.Page;
import dev.parley.instagram.Post;
import dev.parley.instagram.Publication;
import dev.parley.instagram.Publishing.State;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.contract.ContractRecord;
import dev.parley.instagram.contract.Shows;
import dev.parley.instagram.graph.Greetings.Question;
import dev.parley.sandbox.SandboxExtension;
import dev.parley.sandbox.SandboxServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Comments, publishing, numbers, hashtags and greetings. */
@ExtendWith({SandboxExtension.class, ContractRecord.class})
class ContentCallsTest {

    private static final URI PICTURE = URI.create("https://media.example/a.jpg");
    private static final URI FILM = URI.create("https://media.example/a.mp4");

    private SandboxServer sandbox;
    private TestingDrivers drivers;
    private GraphInstagram alma;

    @BeforeEach
    void meet(SandboxServer server) {
        sandbox = server;
        drivers = new TestingDrivers(server);
        alma = drivers.open(GraphLogin.INSTAGRAM, "alma.plain");
    }

    @AfterEach
    void part() {
        drivers.close();
    }

    @Test
    @Shows(driver = GraphDriver.NAME, value = Capability.PUBLISH)
    void publishes_a_picture_once_and_reads_it_back() {
        DraftId draft = done(alma.prepare(new Publication.Image(PICTURE, "Hello", "a picture")))
                .id();
        assertThat(done(alma.draft(draft)).state()).isEqualTo(State.READY);

        MediaId media = done(alma.publish(draft)).media();

        assertThat(done(alma.draft(draft)).state()).isEqualTo(State.PUBLISHED);
        assertThat(done(alma.ownMedia(null)).items())
                .singleElement()
                .matches(own -> own.id().equals(media) && "Hello".equals(own.caption()));
        assertThat(refusal(alma.publish(draft))).as("not twice").isInstanceOf(Refusal.MediaUnavailable.class);
        assertThat(done(alma.publishingQuota()).used()).isEqualTo(1);
    }

    @Test
    @Shows(driver = GraphDriver.NAME, value = Capability.PUBLISH)
    void waits_for_a_film_and_tells_a_reel_by_its_product() {
        DraftId draft =
                done(alma.prepare(new Publication.Reel(FILM, null, true))).id();
        assertThat(done(alma.draft(draft)).state()).isEqualTo(State.PREPARING);
        assertThat(refusal(alma.publish(draft))).isInstanceOf(Refusal.InvalidTarget.class);

        sandbox.advance(Duration.ofMinutes(1));
        done(alma.publish(draft));

        assertThat(done(alma.ownMedia(null)).items())
                .singleElement()
                .matches(own -> "VIDEO".equals(own.type()) && "REELS".equals(own.product()));
    }

    @Test
    @Shows(driver = GraphDriver.NAME, value = Capability.PUBLISH)
    void publishes_a_carousel_of_items_that_were_prepared_before() {
        DraftId first =
                done(alma.prepare(new Publication.CarouselImage(PICTURE, null))).id();
        DraftId second =
                done(alma.prepare(new Publication.CarouselImage(PICTURE, null))).id();
        assertThat(refusal(alma.prepare(new Publication.Carousel(List.of(first), null)))
                        .detail())
                .contains("nothing was asked");

        DraftId draft = done(alma.prepare(new Publication.Carousel(List.of(first, second), "Both")))
                .id();
        done(alma.publish(draft));

        assertThat(done(alma.ownMedia(null)).items())
                .singleElement()
                .matches(own -> "CAROUSEL_ALBUM".equals(own.type()));
    }

    @Test
    @Shows(driver = GraphDriver.NAME, value = Capability.PUBLISH)
    void says_what_became_of_drafts_that_fail_or_grow_old() {
        DraftId broken = done(alma.prepare(new Publication.Image(URI.create("https://x/broken.jpg"), null, null)))
                .id();
        DraftId old = done(alma.prepare(new Publication.StoryImage(PICTURE))).id();
        assertThat(done(alma.draft(broken)).state()).isEqualTo(State.FAILED);

        sandbox.advance(Duration.ofHours(24));

        assertThat(done(alma.draft(old)).state()).isEqualTo(State.EXPIRED);
        assertThat(refusal(alma.publish(old))).isInstanceOf(Refusal.InvalidTarget.class);
    }

    @Test
    @Shows(driver = GraphDriver.NAME, value = Capability.PUBLISH)
    void stops_at_the_quota() {
        sandbox.dashboard().behave(manners -> manners.allowing(1));
        published();
        DraftId second =
                done(alma.prepare(new Publication.Image(PICTURE, null, null))).id();

        assertThat(refusal(alma.publish(second))).isInstanceOf(Refusal.RateLimited.class);
        assertThat(done(alma.publishingQuota()).total()).isEqualTo(1);
    }

    @Test
    @Shows(driver = GraphDriver.NAME, value = Capability.COMMENT)
    void reads_writes_hides_and_deletes_comments() {
        Post post = published();
        CommentId own = done(alma.comment(post, "First!")).comment();
        CommentId answer = done(alma.reply(own, "And again")).comment();

        assertThat(done(alma.comments(post, null)).items())
                .singleElement()
                .matches(comment -> comment.id().equals(own) && comment.text().equals("First!"));
        assertThat(done(alma.replies(own, null)).items())
                .singleElement()
                .matches(comment -> comment.id().equals(answer) && own.equals(comment.parent()));

        assertThat(done(alma.hide(own, true)).hidden()).isTrue();
        assertThat(done(alma.comments(post, null)).items())
                .extracting(Comment::hidden)
                .containsExactly(true);
        done(alma.delete(own));
        assertThat(done(alma.comments(post, null)).items()).isEmpty();
        done(alma.allowComments(post.id(), false));
        assertThat(refusal(alma.comment(post, "Closed"))).isInstanceOf(Refusal.InvalidTarget.class);
    }

    @Test
    @Shows(driver = GraphDriver.NAME, value = Capability.SEND)
    void answers_a_comment_in_private_once_and_only_for_a_week() {
        Post post = published();
        CommentId early = commentOfTomas(post, "Price?");
        CommentId late = commentOfTomas(post, "Still there?");

        done(alma.send(inPrivate(early)));
        assertThat(refusal(alma.send(inPrivate(early)))).isInstanceOf(Refusal.InvalidTarget.class);
        assertThat(sandbox.messages("alma.plain", "tomas.totp")).hasSize(1);

        sandbox.advance(Duration.ofDays(7));
        assertThat(refusal(alma.send(inPrivate(late)))).isInstanceOf(Refusal.InvalidTarget.class);
    }

    @Test
    @Shows(driver = GraphDriver.NAME, value = Capability.INSIGHTS)
    void reads_numbers_as_series_and_as_totals() {
        List<Metric> series = done(alma.insights(new Query(Set.of("reach", "views"), Period.DAY, false, null, null)));
        List<Metric> total = done(alma.insights(new Query(Set.of("reach"), Period.DAY, true, null, null)));

        assertThat(series).extracting(Metric::name).containsExactly("reach", "views");
        assertThat(series.getFirst().values())
                .hasSize(2)
                .allMatch(value -> value.number() != null && value.until() != null);
        assertThat(total.getFirst().values()).singleElement().matches(value -> value.number() != null);
        assertThat(done(alma.insights(published().id(), Set.of("likes")))).hasSize(1);
        assertThat(refusal(alma.insights(new Query(Set.of("impressions"), Period.DAY, false, null, null))))
                .isInstanceOf(Refusal.InvalidTarget.class);
    }

    @Test
    void finds_posts_under_a_hashtag_with_facebooks_login_only() {
        GraphInstagram byFacebook = drivers.open(GraphLogin.FACEBOOK, "alma.plain");

        Page<GraphMedia> first = done(byFacebook.hashtagMedia("#travel", false, null));
        Page<GraphMedia> second = done(byFacebook.hashtagMedia("travel", false, first.next()));

        assertThat(first.items()).hasSize(50);
        assertThat(second.items()).isNotEmpty().doesNotContainAnyElementsOf(first.items());
        assertThat(done(byFacebook.hashtagMedia("travel", true, null)).items()).isNotEmpty();
        assertThat(refusal(byFacebook.hashtagMedia("nobodyeverusedthis", false, null)))
                .isInstanceOf(Refusal.InvalidTarget.class);
        assertThat(refusal(alma.hashtagMedia("travel", false, null))).isInstanceOf(Refusal.Unsupported.class);
    }

    @Test
    void looks_up_other_businesses_with_facebooks_login() {
        GraphInstagram byFacebook = drivers.open(GraphLogin.FACEBOOK, "alma.plain");

        assertThat(done(byFacebook.person("@tomas.totp")).username()).isEqualTo("tomas.totp");
        assertThat(refusal(byFacebook.person("no.such.person"))).isInstanceOf(Refusal.UserNotFound.class);
        assertThat(refusal(byFacebook.person("a){id}"))).isInstanceOf(Refusal.InvalidTarget.class);
    }

    @Test
    void offers_questions_and_a_menu_and_withdraws_them() {
        List<Question> questions = List.of(new Question("Prices?", "PRICES"), new Question("Hours?", "HOURS"));
        List<Button> menu = List.of(
                new Button.Postback("Prices", "P"), new Button.Open("Shop", URI.create("https://example.com/")));

        done(alma.offerQuestions(questions));
        done(alma.offerMenu(menu));
        assertThat(done(alma.questions())).isEqualTo(questions);
        assertThat(done(alma.menu())).isEqualTo(menu);

        done(alma.withdrawQuestions());
        done(alma.withdrawMenu());
        assertThat(done(alma.questions())).isEmpty();
        assertThat(done(alma.menu())).isEmpty();
        assertThat(refusal(alma.offerQuestions(List.of()))).isInstanceOf(Refusal.InvalidTarget.class);
    }

    @Test
    @Shows(driver = GraphDriver.NAME, value = Capability.EVENTS)
    void has_webhooks_sent_and_sent_no_more() {
        done(alma.subscribe(Set.of("messages", "comments")));
        done(alma.unsubscribe());

        assertThat(refusal(alma.subscribe(Set.of("no_such_field")))).isInstanceOf(Refusal.InvalidTarget.class);
    }

    private Post published() {
        DraftId draft = done(alma.prepare(new Publication.Image(PICTURE, "Hello", null)))
                .id();
        return new Post(done(alma.publish(draft)).media(), "code");
    }

    private CommentId commentOfTomas(Post post, String text) {
        return new CommentId(sandbox.dashboard().comment("tomas.totp", post.id().value(), text));
    }

    private static OutgoingMessage inPrivate(CommentId comment) {
        return new OutgoingMessage(
                new Recipient.ToCommenter(comment),
                new Content.Text("Let me tell you"),
                MessageToken.next(new Random(1)),
                false);
    }
}
