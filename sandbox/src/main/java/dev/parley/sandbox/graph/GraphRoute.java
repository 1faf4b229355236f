package dev.parley.sandbox.graph;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.official.AccessToken;
import dev.parley.sandbox.official.Flavour.Right;
import dev.parley.sandbox.script.Call;
import org.jspecify.annotations.Nullable;

/**
 * One call and what it needs.
 *
 * @param right null where no token is needed
 */
record GraphRoute(
        Call call, @Nullable Right right, GraphRoutes.@Nullable About about, GraphRoutes.@Nullable Open open) {

    /** What a script calls it. */
    Call callFor(GraphRequest request) {
        boolean signal =
                call == Call.SEND && request.parameters().text("sender_action").isPresent();
        return signal ? Call.SIGNAL : call;
    }

    Answer answer(GraphRequest request, Node node) {
        if (open != null) {
            return open.answer(request);
        }
        if (about == null) {
            throw new IllegalStateException("a route that leads nowhere");
        }
        return about.answer(request, node);
    }

    void check(AccessToken token) {
        if (right != null && !token.allows(right)) {
            throw new GraphRefusal(GraphError.of(
                    10,
                    "(#10) Application does not have permission for this action: "
                            + token.flavour().permission(right)));
        }
    }
}
