package dev.parley.sandbox.graph;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.official.AccessToken;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.sandbox.state.SandboxState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every call of the official API goes through: token, thing, right, script, the call itself. */
final class GraphDispatch {
    private final GraphRoutes routes;

    GraphDispatch(GraphRoutes routes) {
        this.routes = routes;
    }

    Answer answer(GraphRequest request) {
        GraphRoute open = routes.find(request, Node.Kind.NONE, request.path());
        if (open != null && open.right() == null) {
            return scripted(request, open, Node.none(request.path()));
        }
        AccessToken token = validToken(request);
        Answer answer = open != null ? allowed(request, open, token, Node.none(request.path())) : about(request, token);
        return Usage.told(answer, request, token);
    }

    private Answer about(GraphRequest request, AccessToken token) {
        int slash = request.path().indexOf('/');
        String first = slash < 0 ? request.path() : request.path().substring(0, slash);
        String edge = slash < 0 ? "" : request.path().substring(slash + 1);
        Node node = Node.of(first, token, request.state());
        if (node.kind() == Node.Kind.NONE) {
            throw new GraphRefusal(GraphError.missing(first));
        }
        GraphRoute route = routes.find(request, node.kind(), edge);
        if (route == null) {
            throw new GraphRefusal(GraphError.of(2500, "Unknown path components: /" + edge));
        }
        return allowed(request, route, token, node);
    }

    private static Answer allowed(GraphRequest request, GraphRoute route, AccessToken token, Node node) {
        route.check(token);
        return scripted(request, route, node);
    }

    private static AccessToken validToken(GraphRequest request) {
        AccessToken token = request.token()
                .filter(found -> found.flavour() == request.flavour())
                .orElseThrow(() ->
                        new GraphRefusal(GraphError.of(190, "Invalid OAuth access token - Cannot parse access token")));
        if (token.expired(request.state().now())) {
            throw new GraphRefusal(GraphError.of(190, 463, "Error validating access token: Session has expired"));
        }
        AppSecretProof.check(request, token);
        return token;
    }

    private static Answer scripted(GraphRequest request, GraphRoute route, Node node) {
        Optional<ScriptedFault> fault = fault(request, route);
        return fault.map(scripted -> hit(request.hitBy(scripted), scripted, route, node))
                .orElseGet(() -> route.answer(request, node));
    }

    private static Optional<ScriptedFault> fault(GraphRequest request, GraphRoute route) {
        SandboxState state = request.state();
        return state.script().isEmpty()
                ? Optional.empty()
                : state.script().nextOfficial(route.callFor(request), username(request), state.journal());
    }

    private static @Nullable String username(GraphRequest request) {
        return request.token()
                .flatMap(token -> request.state().accounts().withId(token.account()))
                .map(Account::username)
                .orElse(null);
    }

    private static Answer hit(GraphRequest request, ScriptedFault fault, GraphRoute route, Node node) {
        if (!fault.afterEffect()) {
            fault.letWait();
        }
        Answer right = right(request, route, node);
        if (fault.afterEffect()) {
            request.state().journal().flush();
            fault.letWait();
        }
        return FaultAnswers.of(fault, request, right);
    }

    /** A call that would be refused anyway still fails in the way that was asked for. */
    private static Answer right(GraphRequest request, GraphRoute route, Node node) {
        try {
            return route.answer(request, node);
        } catch (GraphRefusal e) {
            return e.error().answer(request.door(), request.manners().localised());
        }
    }
}
