package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.instagram4j.instagram4j.IGClient;
import com.github.instagram4j.instagram4j.exceptions.IGLoginException;
import com.github.instagram4j.instagram4j.requests.accounts.AccountsCurrentUserRequest;
import com.github.instagram4j.instagram4j.requests.accounts.AccountsLogoutRequest;
import com.github.instagram4j.instagram4j.requests.direct.DirectInboxRequest;
import com.github.instagram4j.instagram4j.requests.direct.DirectThreadsBroadcastRequest;
import com.github.instagram4j.instagram4j.requests.direct.DirectThreadsBroadcastRequest.BroadcastTextPayload;
import com.github.instagram4j.instagram4j.requests.feed.FeedReelsTrayRequest;
import com.github.instagram4j.instagram4j.requests.feed.FeedTagRequest;
import com.github.instagram4j.instagram4j.requests.feed.FeedTimelineRequest;
import com.github.instagram4j.instagram4j.requests.feed.FeedUserRequest;
import com.github.instagram4j.instagram4j.requests.feed.FeedUserStoryRequest;
import com.github.instagram4j.instagram4j.requests.friendships.FriendshipsActionRequest;
import com.github.instagram4j.instagram4j.requests.friendships.FriendshipsActionRequest.FriendshipsAction;
import com.github.instagram4j.instagram4j.requests.friendships.FriendshipsFeedsRequest;
import com.github.instagram4j.instagram4j.requests.friendships.FriendshipsFeedsRequest.FriendshipsFeeds;
import com.github.instagram4j.instagram4j.requests.friendships.FriendshipsShowManyRequest;
import com.github.instagram4j.instagram4j.requests.media.MediaActionRequest;
import com.github.instagram4j.instagram4j.requests.media.MediaActionRequest.MediaAction;
import com.github.instagram4j.instagram4j.requests.media.MediaGetLikersRequest;
import com.github.instagram4j.instagram4j.requests.media.MediaInfoRequest;
import com.github.instagram4j.instagram4j.requests.media.MediaSeenRequest;
import com.github.instagram4j.instagram4j.requests.users.UsersInfoRequest;
import com.github.instagram4j.instagram4j.requests.users.UsersUsernameInfoRequest;
import com.github.instagram4j.instagram4j.utils.IGChallengeUtils;
import com.github.instagram4j.instagram4j.utils.IGUtils;
import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.Post;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The public Java client instagram4j, unmodified but for an interceptor that leads its requests here. */
@ExtendWith(SandboxExtension.class)
class Instagram4jTest {

    @Test
    void signs_in_with_a_password_and_reads_and_follows(SandboxServer sandbox) throws Exception {
        IGClient client = builder(sandbox, "alma.plain").login();
        Person person = openPerson(sandbox);

        var posts = new FeedTagRequest("travel").execute(client).join();
        var followed = new FriendshipsActionRequest(person.id(), FriendshipsAction.CREATE)
                .execute(client)
                .join();
        var many = new FriendshipsShowManyRequest(person.id()).execute(client).join();

        assertThat(client.getSelfProfile().getUsername()).isEqualTo("alma.plain");
        assertThat(posts.getItems()).hasSize(24).allMatch(post -> post.getUser().getPk() > 0);
        assertThat(posts.isMore_available()).isTrue();
        assertThat(new FeedTagRequest("travel", posts.getNext_max_id())
                        .execute(client)
                        .join()
                        .getItems())
                .hasSize(24);
        assertThat(followed.getFriendship_status().isFollowing()).isTrue();
        assertThat(many.getFriendship_statuses())
                .hasEntrySatisfying(
                        Long.toString(person.id()),
                        status -> assertThat(status.isFollowing()).isTrue());
        assertThat(sandbox.follows("alma.plain")).hasSize(1);
        new FriendshipsActionRequest(person.id(), FriendshipsAction.DESTROY)
                .execute(client)
                .join();
        assertThat(sandbox.follows("alma.plain")).allMatch(truth -> !truth.inForce());
    }

    @Test
    void reads_profiles_and_itself_and_signs_out(SandboxServer sandbox) throws Exception {
        IGClient client = builder(sandbox, "alma.plain").login();
        Person person = openPerson(sandbox);

        assertThat(new UsersInfoRequest(person.id())
                        .execute(client)
                        .join()
                        .getUser()
                        .getUsername())
                .isEqualTo(person.username());
        assertThat(new UsersUsernameInfoRequest(person.username())
                        .execute(client)
                        .join()
                        .getUser()
                        .getPk())
                .isEqualTo(person.id());
        assertThat(new AccountsCurrentUserRequest()
                        .execute(client)
                        .join()
                        .getUser()
                        .getUsername())
                .isEqualTo("alma.plain");
        assertThat(new AccountsLogoutRequest().execute(client).join().getStatus())
                .isEqualTo("ok");
    }

    @Test
    void likes_posts_and_lists_followers(SandboxServer sandbox) throws Exception {
        IGClient client = builder(sandbox, "alma.plain").login();
        Post post = sandbox.posts("travel", 1).getFirst();
        Post open = sandbox.posts("travel", Integer.MAX_VALUE).stream()
                .filter(each -> !each.owner().isPrivate() && each.likes() > 0 && each.likes() < 900)
                .findFirst()
                .orElseThrow();
        Person person = openPerson(sandbox);

        new MediaActionRequest(post.id(), MediaAction.LIKE).execute(client).join();
        new FriendshipsActionRequest(person.id(), FriendshipsAction.CREATE)
                .execute(client)
                .join();
        var followers = new FriendshipsFeedsRequest(person.id(), FriendshipsFeeds.FOLLOWERS)
                .execute(client)
                .join();

        assertThat(sandbox.likes("alma.plain")).singleElement().matches(like -> like.times() == 1 && like.inForce());
        assertThat(new MediaInfoRequest(post.id()).execute(client).join().getItems())
                .singleElement()
                .matches(media -> media.isHas_liked());
        assertThat(followers.getUsers()).extracting(user -> user.getUsername()).contains("alma.plain");
        new FriendshipsActionRequest(open.owner().id(), FriendshipsAction.CREATE)
                .execute(client)
                .join();
        assertThat(new FeedTimelineRequest().execute(client).join().getFeed_items())
                .extracting(media -> media.getId())
                .contains(open.id());
        assertThat(new FeedUserRequest(open.owner().id()).execute(client).join().getItems())
                .extracting(media -> media.getId())
                .contains(open.id());
        assertThat(new MediaGetLikersRequest(open.id()).execute(client).join().getUsers())
                .extracting(user -> user.getUsername())
                .containsExactlyElementsOf(
                        sandbox.likers(open).stream().map(Person::username).toList());
    }

    @Test
    void watches_stories(SandboxServer sandbox) throws Exception {
        IGClient client = builder(sandbox, "alma.plain").login();
        Person teller = sandbox.people().stream()
                .filter(person ->
                        !person.isPrivate() && !sandbox.stories(person).isEmpty())
                .findFirst()
                .orElseThrow();
        new FriendshipsActionRequest(teller.id(), FriendshipsAction.CREATE)
                .execute(client)
                .join();

        var tray = new FeedReelsTrayRequest().execute(client).join();
        var reel = new FeedUserStoryRequest(teller.id()).execute(client).join().getReel();
        new MediaSeenRequest(reel.getItems()).execute(client).join();

        assertThat(tray.getTray()).hasSize(1);
        assertThat(sandbox.storyViews("alma.plain")).hasSameSizeAs(sandbox.stories(teller));
    }

    @Test
    void writes_and_reads_messages(SandboxServer sandbox) throws Exception {
        IGClient client = builder(sandbox, "alma.plain").login();
        Person person = sandbox.people().stream()
                .filter(each -> each.takesMessages() && !each.deleted())
                .findFirst()
                .orElseThrow();

        new DirectThreadsBroadcastRequest(new BroadcastTextPayload("Hello", person.id()))
                .execute(client)
                .join();
        var inbox = new DirectInboxRequest().execute(client).join().getInbox();

        assertThat(sandbox.messages("alma.plain", person.username()))
                .singleElement()
                .matches(message -> message.text().equals("Hello"));
        assertThat(inbox.getThreads())
                .singleElement()
                .matches(thread -> thread.getThread_id().length() == 39);
    }

    @Test
    void signs_in_with_an_authenticator_code(SandboxServer sandbox) throws Exception {
        IGClient client = builder(sandbox, "tomas.totp")
                .onTwoFactor((waiting, response) ->
                        IGChallengeUtils.resolveTwoFactor(waiting, response, () -> sandbox.totpCode("tomas.totp")))
                .login();

        assertThat(client.isLoggedIn()).isTrue();
    }

    @Test
    @Timeout(60)
    void passes_a_challenge(SandboxServer sandbox) throws Exception {
        IGClient client = builder(sandbox, "chloe.challenge")
                .onChallenge((waiting, response) ->
                        IGChallengeUtils.resolveChallenge(waiting, response, () -> mailedCode(waiting, sandbox)))
                .login();

        assertThat(client.isLoggedIn()).isTrue();
    }

    @Test
    void understands_that_a_password_is_wrong(SandboxServer sandbox) {
        IGClient.Builder builder = builder(sandbox, "alma.plain").password("not it");

        assertThat(catchThrowableOfType(IGLoginException.class, builder::login)
                        .getLoginResponse()
                        .getError_type())
                .isEqualTo("bad_password");
    }

    /**
     * This client asks for the code, in the midst of signing in, while it still asks for one to be sent; but its cookies do not
     * bear that it sends the code meanwhile.
     */
    private static String mailedCode(IGClient client, SandboxServer sandbox) {
        int signingIn = 1;
        while (client.getHttpClient().dispatcher().runningCallsCount() > signingIn) {
            Thread.yield();
        }
        return sandbox.outbox("chloe.challenge").getLast().code();
    }

    private static IGClient.Builder builder(SandboxServer sandbox, String username) {
        OkHttpClient http = IGUtils.defaultHttpClientBuilder()
                .addInterceptor(chain -> redirected(chain, sandbox.port()))
                .build();
        return IGClient.builder().username(username).password(Account.PASSWORD).client(http);
    }

    private static Response redirected(Interceptor.Chain chain, int port) throws IOException {
        HttpUrl here = chain.request()
                .url()
                .newBuilder()
                .scheme("http")
                .host("127.0.0.1")
                .port(port)
                .build();
        return chain.proceed(chain.request().newBuilder().url(here).build());
    }

    private static Person openPerson(SandboxServer sandbox) {
        return sandbox.people().stream()
                .filter(person -> !person.isPrivate() && !person.deleted())
                .findFirst()
                .orElseThrow();
    }
}
