package dev.parley.sandbox.website;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.SandboxExtension;
import dev.parley.sandbox.SandboxServer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What the inbox's own scripts load. */
@ExtendWith(SandboxExtension.class)
class InboxOnTheWebsiteTest {
    private static final int MANY = 25;

    @Test
    void names_people_and_goes_page_by_page(SandboxServer sandbox) {
        var visitor = TestingVisitor.signedIn(sandbox.makeAccounts("fan", 1).getFirst(), sandbox.baseUrl());
        IntStream.range(0, MANY).forEach(i -> sandbox.write("alma.plain", "fan.1", "Nr. " + i));

        assertThat(visitor.json("/api/v1/direct_v2/inbox/").at("/inbox/threads").isEmpty())
                .isTrue();
        JsonNode request = visitor.json("/api/v1/direct_v2/pending_inbox/").at("/inbox/threads/0");
        String path = "/api/v1/direct_v2/threads/" + request.get("thread_id").asString() + "/";
        JsonNode first = visitor.json(path).get("thread");
        JsonNode second = visitor.json(
                        path + "?cursor=" + first.get("oldest_cursor").asString())
                .get("thread");

        assertThat(request.at("/users/0/username").asString()).isEqualTo("alma.plain");
        assertThat(request.get("pending").asBoolean()).isTrue();
        assertThat(texts(first)).hasSize(20).first().isEqualTo("Nr. 24");
        assertThat(texts(second)).containsExactly("Nr. 4", "Nr. 3", "Nr. 2", "Nr. 1", "Nr. 0");
        assertThat(second.get("has_older").asBoolean()).isFalse();
    }

    @Test
    void knows_no_conversation_with_nobody(SandboxServer sandbox) {
        var visitor = TestingVisitor.signedIn(sandbox.makeAccounts("fan", 1).getFirst(), sandbox.baseUrl());

        assertThat(visitor.json("/api/v1/direct_v2/threads/340282366841710000000000001000000000002/")
                        .get("message")
                        .asString())
                .isEqualTo("Thread does not exist");
    }

    private static List<String> texts(JsonNode thread) {
        return StreamSupport.stream(thread.get("items").spliterator(), false)
                .map(item -> item.get("text").asString())
                .toList();
    }
}
