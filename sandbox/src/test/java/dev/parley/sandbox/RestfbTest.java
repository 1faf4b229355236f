package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.restfb.AccessToken;
import com.restfb.Connection;
import com.restfb.DefaultFacebookClient;
import com.restfb.DefaultInstagramLoginClient;
import com.restfb.DefaultJsonMapper;
import com.restfb.FacebookClient;
import com.restfb.FacebookEndpoints;
import com.restfb.Parameter;
import com.restfb.Version;
import com.restfb.exception.FacebookGraphException;
import com.restfb.types.Conversation;
import com.restfb.types.Message;
import com.restfb.types.instagram.IgComment;
import com.restfb.types.instagram.IgContainer;
import com.restfb.types.instagram.IgUser;
import com.restfb.types.instagram.IgUserProfile;
import com.restfb.types.send.IdMessageRecipient;
import com.restfb.types.send.SendResponse;
import com.restfb.types.webhook.WebhookEntry;
import com.restfb.types.webhook.WebhookObject;
import dev.parley.sandbox.official.App;
import dev.parley.sandbox.official.Callback;
import dev.parley.sandbox.official.Flavour;
import dev.parley.sandbox.official.WebhookTruth;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An unmodified public client of the official API: it sends forms whose values are JSON, and puts versions into every path. */
@ExtendWith(SandboxExtension.class)
class RestfbTest {
    private static final String BACK = "http://127.0.0.1:9/back";

    private SandboxServer sandbox;

    @BeforeEach
    void meet(SandboxServer server) {
        sandbox = server;
    }

    @Test
    void exchanges_a_code_for_a_token_and_that_for_a_long_one() throws Exception {
        var client = new DefaultInstagramLoginClient(Version.VERSION_24_0);
        client.setFacebookEndpointUrls(endpoints());
        App app = App.INSTAGRAM;

        AccessToken shortLived = client.obtainUserAccessToken(app.id(), app.secret(), BACK, agreedCode());
        // Of the token that it is given here, this client sends nothing: only the one that it was made with.
        AccessToken longLived = instagram(shortLived.getAccessToken())
                .obtainExtendedAccessToken(app.id(), app.secret(), shortLived.getAccessToken());

        assertThat(shortLived.getUserId()).isEqualTo(sandbox.dashboard().accountNumber("alma.plain"));
        assertThat(shortLived.getPermissions()).contains("instagram_business_basic");
        assertThat(longLived.getExpires()).isAfter(new Date());
        assertThat(me(instagram(longLived.getAccessToken())).getUsername()).isEqualTo("alma.plain");
    }

    /** By the sheet, answers come wrapped too; this client reads them flat only. */
    @Test
    void does_not_read_wrapped_tokens() throws Exception {
        sandbox.dashboard().behave(manners -> manners.wrapping(true));
        var client = new DefaultInstagramLoginClient(Version.VERSION_24_0);
        client.setFacebookEndpointUrls(endpoints());
        String code = agreedCode();

        assertThat(accessTokenOrNull(client, code)).isNull();
    }

    @Test
    void reads_the_account_and_who_wrote_to_it() {
        FacebookClient alma = instagram();
        sandbox.write("tomas.totp", "alma.plain", "Hello");

        IgUser account = me(alma);
        IgUserProfile tomas = alma.fetchObject(
                sandbox.dashboard().personNumber("tomas.totp", "alma.plain"),
                IgUserProfile.class,
                Parameter.with("fields", "name,username,profile_pic,is_verified_user"));

        assertThat(account.getUserId()).isEqualTo(17_841_409_000_000_001L);
        assertThat(tomas.getUsername()).isEqualTo("tomas.totp");
    }

    @Test
    void reads_conversations_and_sends_into_them() {
        FacebookClient alma = instagram();
        sandbox.write("tomas.totp", "alma.plain", "Hello");

        Connection<Conversation> conversations = alma.fetchConnection(
                "me/conversations",
                Conversation.class,
                Parameter.with("platform", "instagram"),
                Parameter.with("fields", "id,updated_time,messages{id,created_time,from,to,message}"));
        Message newest = conversations.getData().getFirst().getMessages().getFirst();
        var recipient = new IdMessageRecipient(sandbox.dashboard().personNumber("tomas.totp", "alma.plain"));
        SendResponse sent = alma.publish(
                "me/messages",
                SendResponse.class,
                Parameter.with("recipient", recipient),
                Parameter.with("message", new com.restfb.types.send.Message("Hello back")));

        assertThat(newest.getMessage()).isEqualTo("Hello");
        assertThat(newest.getFrom().getId()).isEqualTo(recipient.getId());
        assertThat(sent.getMessageId()).startsWith("aWdf");
        assertThat(sandbox.messages("alma.plain", "tomas.totp"))
                .singleElement()
                .matches(truth -> truth.text().equals("Hello back") && truth.timesReceived() == 1);
    }

    @Test
    void is_told_code_and_subcode_when_it_writes_first() {
        FacebookClient alma = instagram();
        var recipient = new IdMessageRecipient(sandbox.dashboard().personNumber("tomas.totp", "alma.plain"));

        assertThatThrownBy(() -> alma.publish(
                        "me/messages",
                        SendResponse.class,
                        Parameter.with("recipient", recipient),
                        Parameter.with("message", new com.restfb.types.send.Message("Too early"))))
                .isInstanceOfSatisfying(FacebookGraphException.class, refused -> {
                    assertThat(refused.getErrorCode()).isEqualTo(10);
                    assertThat(refused.getErrorSubcode()).isEqualTo(2534022);
                });
    }

    @Test
    void publishes_and_reads_and_writes_comments() {
        FacebookClient alma = instagram();
        IgContainer container =
                alma.publish("me/media", IgContainer.class, Parameter.with("image_url", "https://media.example/a.jpg"));
        String media = alma.publish(
                        "me/media_publish", IgContainer.class, Parameter.with("creation_id", container.getId()))
                .getId();
        sandbox.dashboard().comment("tomas.totp", media, "Nice");

        Connection<IgComment> comments = alma.fetchConnection(
                media + "/comments", IgComment.class, Parameter.with("fields", "id,text,username,timestamp,hidden"));
        IgComment comment = comments.getData().getFirst();
        alma.publish(comment.getId() + "/replies", IgComment.class, Parameter.with("message", "Thanks"));

        assertThat(comment.getText()).isEqualTo("Nice");
        assertThat(comment.getUsername()).isEqualTo("tomas.totp");
        assertThat(alma.deleteObject(comment.getId())).isTrue();
    }

    /** By the sheet, {@code entry.time} of messages is in milliseconds; this client takes every time for seconds. */
    @Test
    void maps_a_webhook_except_for_its_time() {
        sandbox.dashboard().callback(new Callback("http://127.0.0.1:9/", "v", new LinkedHashSet<>(Callback.FIELDS)));
        sandbox.dashboard().subscribe("alma.plain");
        sandbox.write("tomas.totp", "alma.plain", "Hello");
        WebhookTruth webhook = sandbox.dashboard().webhooks().getFirst();

        WebhookObject mapped = new DefaultJsonMapper()
                .toJavaObject("{\"object\":\"instagram\",\"entry\":[" + webhook.entry() + "]}", WebhookObject.class);
        WebhookEntry entry = mapped.getEntryList().getFirst();

        assertThat(mapped.isInstagram()).isTrue();
        assertThat(entry.getMessaging().getFirst().getMessage().getText()).isEqualTo("Hello");
        assertThat(webhook.entry())
                .contains("\"timestamp\":"
                        + entry.getMessaging().getFirst().getTimestamp().getTime());
        assertThat(entry.getTime().toInstant())
                .as("wrong by the sheet")
                .isAfter(webhook.at().plusSeconds(1_000_000));
    }

    @Test
    void finds_the_accounts_of_pages_with_facebooks_login() {
        var client = new DefaultFacebookClient(
                sandbox.dashboard().token(Flavour.FACEBOOK, "alma.plain"), Version.VERSION_24_0);
        client.setFacebookEndpointUrls(endpoints());

        IgUser account = client.fetchObject(
                sandbox.dashboard().accountNumber("alma.plain"),
                IgUser.class,
                Parameter.with("fields", "id,username,business_discovery.username(tomas.totp){username}"));

        assertThat(account.getUsername()).isEqualTo("alma.plain");
        assertThat(account.getBusinessDiscovery().getUsername()).isEqualTo("tomas.totp");
    }

    private static IgUser me(FacebookClient client) {
        return client.fetchObject("me", IgUser.class, Parameter.with("fields", "id,user_id,username,name"));
    }

    private FacebookClient instagram() {
        return instagram(sandbox.dashboard().token(Flavour.INSTAGRAM, "alma.plain"));
    }

    private FacebookClient instagram(String token) {
        var client = new DefaultInstagramLoginClient(token, Version.VERSION_24_0);
        client.setFacebookEndpointUrls(endpoints());
        return client;
    }

    private static @Nullable String accessTokenOrNull(DefaultInstagramLoginClient client, String code) {
        try {
            return client.obtainUserAccessToken(App.INSTAGRAM.id(), App.INSTAGRAM.secret(), BACK, code)
                    .getAccessToken();
        } catch (RuntimeException unread) {
            return null;
        }
    }

    private String agreedCode() throws IOException, InterruptedException {
        String form = "client_id=" + App.INSTAGRAM.id()
                + "&response_type=code&scope=instagram_business_basic&redirect_uri="
                + URLEncoder.encode(BACK, StandardCharsets.UTF_8)
                + "&username=alma.plain&password=sandbox-pass&decision=allow";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(sandbox.baseUrl() + "/www.instagram.com/oauth/authorize"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        String back = answer.headers().firstValue("Location").orElseThrow();
        return back.replaceFirst(".*[?&]code=([^&#]+).*", "$1");
    }

    private FacebookEndpoints endpoints() {
        String base = sandbox.baseUrl();
        return new FacebookEndpoints() {
            @Override
            public String getFacebookEndpoint() {
                return base + "/www.facebook.com";
            }

            @Override
            public String getGraphEndpoint() {
                return base + "/graph.facebook.com";
            }

            @Override
            public String getInstagramEndpoint() {
                return base + "/graph.instagram.com";
            }

            @Override
            public String getInstagramApiEndpoint() {
                return base + "/api.instagram.com";
            }

            @Override
            public String getInstagramOAuthEndpoint() {
                return base + "/www.instagram.com";
            }
        };
    }
}
