package dev.parley.sandbox.graph;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.state.CurrentState;
import dev.parley.sandbox.state.SandboxState;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The official API. Each of its hosts is the first part of a path here, so that one port serves them all: what is
 * {@code https://graph.instagram.com/v25.0/me} there is {@code http://127.0.0.1:8090/graph.instagram.com/v25.0/me} here.
 */
public final class GraphApi implements HttpService {
    private static final Pattern VERSIONED = Pattern.compile("/(v\\d{1,2}\\.\\d)?/?(.*?)/?");
    private static final Pattern SCHEME = Pattern.compile("(?i)(?:Bearer|OAuth) +(.+)");

    private final CurrentState current;
    private final GraphDispatch dispatch;

    public GraphApi(CurrentState current) {
        this.current = current;
        var routes = new GraphRoutes();
        ConsentPage.addTo(routes);
        TokenCalls.addTo(routes);
        ProfileCalls.addTo(routes);
        ConversationCalls.addTo(routes);
        SendCalls.addTo(routes);
        CommentCalls.addTo(routes);
        PublishingCalls.addTo(routes);
        HashtagCalls.addTo(routes);
        InsightCalls.addTo(routes);
        GreetingCalls.addTo(routes);
        SubscriptionCalls.addTo(routes);
        this.dispatch = new GraphDispatch(routes);
    }

    @Override
    public void routing(HttpRules rules) {
        for (Door door : Door.values()) {
            rules.any("/" + door.host() + "/*", (request, response) -> serve(door, request, response));
        }
    }

    private void serve(Door door, ServerRequest request, ServerResponse response) {
        SandboxState state = current.get();
        Answer answer = answer(door, request, state);
        state.journal().flush();
        answer.send(response);
    }

    private Answer answer(Door door, ServerRequest request, SandboxState state) {
        try {
            return dispatch.answer(request(door, request, state));
        } catch (GraphRefusal e) {
            return e.error()
                    .answer(door, state.official().registration().manners().localised());
        }
    }

    private static GraphRequest request(Door door, ServerRequest request, SandboxState state) {
        Matcher path = VERSIONED.matcher(
                request.path().path().substring(1 + door.host().length()));
        String version = path.matches() && path.group(1) != null ? "/" + path.group(1) : "";
        Parameters parameters = ParametersReader.of(request);
        return new GraphRequest(
                door,
                method(request, parameters),
                path.matches() ? path.group(2) : "",
                base(door, request) + version,
                parameters,
                token(request, parameters),
                state,
                null);
    }

    /** Clients that cannot delete post that they want to. */
    private static String method(ServerRequest request, Parameters parameters) {
        String method = request.prologue().method().text();
        boolean deletes = method.equals("POST")
                && parameters.text("method").filter("delete"::equalsIgnoreCase).isPresent();
        return deletes ? "DELETE" : method;
    }

    private static String base(Door door, ServerRequest request) {
        return "http://" + request.authority() + "/" + door.host();
    }

    private static String token(ServerRequest request, Parameters parameters) {
        String header = request.headers().value(HeaderNames.AUTHORIZATION).orElse("");
        Matcher scheme = SCHEME.matcher(header);
        return scheme.matches()
                ? scheme.group(1).strip()
                : parameters.text("access_token").orElse("");
    }
}
