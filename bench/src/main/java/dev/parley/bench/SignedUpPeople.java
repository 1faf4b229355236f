package dev.parley.bench;

import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.identity.Passwords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** People with one password, who sign in over HTTP. */
public final class SignedUpPeople {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PASSWORD = "beside a quiet river";
    private static final int OK = 200;
    private static final int REFUSED = 401;

    private final URI server;
    private final String name;
    private final int count;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger next = new AtomicInteger();

    /** @param name what all their names begin with */
    public SignedUpPeople(BenchInstance instance, String name, int count) {
        this.server = instance.address();
        this.name = name;
        this.count = count;
        var hash = instance.server().getBean(Passwords.class).encode(PASSWORD);
        for (int n = 0; n < count; n++) {
            instance.superuser()
                    .sql("""
                            with person as (
                                insert into users (id, username, email, password_hash, role, must_change_password)
                                values (:id, :name, :name || '@localhost', :hash, 'user', false) returning id),
                            workspace as (
                                insert into workspaces (id, name, personal_of)
                                select :workspace, :name, id from person returning id)
                            insert into memberships (workspace_id, user_id, role)
                            select workspace.id, person.id, 'owner' from workspace, person
                            """)
                    .param("id", UserId.create().value())
                    .param("workspace", WorkspaceId.create().value())
                    .param("name", name(n))
                    .param("hash", hash)
                    .update();
        }
    }

    private String name(int n) {
        return name + n;
    }

    public String somebody() {
        return name(Math.floorMod(next.getAndIncrement(), count));
    }

    public void signInSomebody() {
        expect(OK, signIn(somebody(), PASSWORD));
    }

    public String token() {
        var answer = signIn(somebody(), PASSWORD);
        return JSON.readTree(answer.body()).get("token").asString();
    }

    public void refused(String name) {
        expect(REFUSED, signIn(name, "wrong"));
    }

    private HttpResponse<String> signIn(String name, String password) {
        var body = JSON.createObjectNode()
                .put("username", name)
                .put("password", password)
                .toString();
        return send(HttpRequest.newBuilder(server.resolve("/api/auth/login"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static void expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException("Not " + status + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
