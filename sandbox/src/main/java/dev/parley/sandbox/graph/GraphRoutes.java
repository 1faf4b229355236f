package dev.parley.sandbox.graph;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.official.Flavour.Right;
import dev.parley.sandbox.script.Call;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where each family of calls says what it answers. */
final class GraphRoutes {
    private static final Set<Door> BOTH = EnumSet.of(Door.GRAPH_INSTAGRAM, Door.GRAPH_FACEBOOK);

    private final Map<Key, GraphRoute> routes = new HashMap<>();

    /** A call about something, with a token that may do it. */
    interface About {
        Answer answer(GraphRequest request, Node node);
    }

    /** A call that brings its own proof, if it needs one. */
    interface Open {
        Answer answer(GraphRequest request);
    }

    private record Key(Door door, String method, Node.Kind kind, String edge) {}

    void get(Node.Kind kind, String edge, Call call, Right right, About handler) {
        on(BOTH, "GET", kind, edge, call, right, handler);
    }

    void post(Node.Kind kind, String edge, Call call, Right right, About handler) {
        on(BOTH, "POST", kind, edge, call, right, handler);
    }

    void delete(Node.Kind kind, String edge, Call call, Right right, About handler) {
        on(BOTH, "DELETE", kind, edge, call, right, handler);
    }

    /** Only for those who signed in by Facebook. */
    void facebookGet(Node.Kind kind, String edge, Call call, Right right, About handler) {
        on(EnumSet.of(Door.GRAPH_FACEBOOK), "GET", kind, edge, call, right, handler);
    }

    /** A path without a thing in it, for example {@code access_token}. */
    void open(Door door, String method, String path, Call call, Open handler) {
        routes.put(new Key(door, method, Node.Kind.NONE, path), new GraphRoute(call, null, null, handler));
    }

    /** The same with a token. */
    void facebookGet(String path, Call call, Right right, About handler) {
        routes.put(
                new Key(Door.GRAPH_FACEBOOK, "GET", Node.Kind.NONE, path), new GraphRoute(call, right, handler, null));
    }

    @Nullable
    GraphRoute find(GraphRequest request, Node.Kind kind, String edge) {
        return routes.get(new Key(request.door(), request.method(), kind, edge));
    }

    private void on(
            Set<Door> doors, String method, Node.Kind kind, String edge, Call call, Right right, About handler) {
        var route = new GraphRoute(call, right, handler, null);
        doors.forEach(door -> routes.put(new Key(door, method, kind, edge), route));
    }
}
