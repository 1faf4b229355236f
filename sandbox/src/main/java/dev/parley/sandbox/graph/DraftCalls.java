package dev.parley.sandbox.graph;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.official.Draft;
import dev.parley.sandbox.official.Drafts;
import dev.parley.sandbox.state.SandboxState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Preparing something to be published, and how far that is. */
final class DraftCalls {
    private static final int LONGEST_CAPTION = 2_200;
    private static final int FEWEST_CHILDREN = 2;
    private static final int MOST_CHILDREN = 10;
    private static final String NOT_PREPARED = "17889000000000000";

    private DraftCalls() {}

    static Answer prepare(GraphRequest request, Node node) {
        Parameters given = request.parameters();
        String type = given.text("media_type").orElse("IMAGE");
        String caption = given.text("caption").orElse("");
        if (caption.codePointCount(0, caption.length()) > LONGEST_CAPTION) {
            throw new GraphRefusal(GraphError.of(36004, 2207010, "The caption is too long"));
        }
        List<Long> children = type.equals("CAROUSEL") ? children(request, node) : List.of();
        String url = type.equals("CAROUSEL") ? "" : url(given, type);
        if (!request.takesEffect()) {
            return Answer.ok(Json.object("id", NOT_PREPARED));
        }
        SandboxState state = request.state();
        Draft draft = request.official()
                .drafts()
                .make(
                        node.id(),
                        type,
                        url,
                        caption,
                        given.flag("is_carousel_item"),
                        children,
                        state.now(),
                        state.journal());
        return Answer.ok(Json.object("id", Long.toString(draft.id())));
    }

    static Answer status(GraphRequest request, Node node) {
        Draft draft = request.official()
                .drafts()
                .find(node.id())
                .filter(found ->
                        found.account() == request.token().orElseThrow().account())
                .orElseThrow(() -> new GraphRefusal(GraphError.missing(node.text())));
        String code = draft.status(request.state().now());
        Map<String, @Nullable Object> whole = Json.object(
                "status_code",
                code,
                "status",
                code.equals("ERROR") ? "Error: the media could not be used: 352/2207026" : code,
                "id",
                node.text());
        FieldsAsked fields = request.fields();
        return Answer.ok(fields.isEmpty() ? Json.object("id", node.text()) : fields.pick(whole));
    }

    private static String url(Parameters given, String type) {
        if (!List.of("IMAGE", "VIDEO", "REELS", "STORIES").contains(type)) {
            throw new GraphRefusal(GraphError.of(100, 2207023, "The media type " + type + " is unknown"));
        }
        boolean film = type.equals("VIDEO") || type.equals("REELS");
        Optional<String> image = given.text("image_url");
        Optional<String> video = given.text("video_url");
        String url = (film ? video : image.or(() -> video)).orElse("");
        if (!url.matches("https?://[^\\s]+")) {
            throw new GraphRefusal(GraphError.of(9004, 2207052, "The media could not be fetched from this URI"));
        }
        if (image.isPresent() && url.endsWith(".png")) {
            throw new GraphRefusal(GraphError.of(36001, 2207005, "The image format is not supported"));
        }
        return url;
    }

    private static List<Long> children(GraphRequest request, Node node) {
        Drafts drafts = request.official().drafts();
        List<Long> children = request.parameters().list("children").stream()
                .filter(number -> number.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .filter(number -> drafts.find(number)
                        .filter(draft -> draft.item() && draft.account() == node.id())
                        .isPresent())
                .toList();
        int asked = request.parameters().list("children").size();
        if (children.size() != asked || asked < FEWEST_CHILDREN || asked > MOST_CHILDREN) {
            throw new GraphRefusal(GraphError.of(100, 2207028, "A carousel has 2 to 10 items"));
        }
        return children;
    }
}
