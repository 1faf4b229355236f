package dev.parley.instagram.graph;

import dev.parley.instagram.Content.Button;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.graph.Greetings.Offered;
import dev.parley.instagram.graph.Greetings.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Questions and menu. Facts: both need the locale {@code default}; questions come back in an older shape too. */
final class GreetingCalls {

    private static final String QUESTIONS = "ice_breakers";
    private static final String MENU = "persistent_menu";
    private static final int MOST_QUESTIONS = 4;

    private final Account account;

    GreetingCalls(Account account) {
        this.account = account;
    }

    Outcome<List<Question>> questions() {
        return read(QUESTIONS).then(entries -> new Outcome.Done<>(all(entries, GreetingCalls::question)));
    }

    Outcome<Offered> offerQuestions(List<Question> questions) {
        if (questions.isEmpty() || questions.size() > MOST_QUESTIONS) {
            return Account.nothingAsked("One to " + MOST_QUESTIONS + " questions can be offered");
        }
        ArrayNode entries = JsonMapper.shared().createArrayNode();
        questions.forEach(
                each -> entries.addObject().put("question", each.question()).put("payload", each.payload()));
        return offer(QUESTIONS, entries);
    }

    Outcome<List<Button>> menu() {
        return read(MENU).then(entries -> new Outcome.Done<>(all(entries, Buttons::in)));
    }

    Outcome<Offered> offerMenu(List<Button> entries) {
        return entries.isEmpty() ? Account.nothingAsked("A menu has entries") : offer(MENU, Buttons.json(entries));
    }

    Outcome<Offered> withdraw(boolean menu) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.putArray("fields").add(menu ? MENU : QUESTIONS);
        return account.ask(
                new GraphRequest("DELETE", path(), new Parameters().with("platform", "instagram"), body),
                GreetingCalls::offered);
    }

    private Outcome<Offered> offer(String property, ArrayNode entries) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("platform", "instagram");
        ObjectNode greeting = body.putArray(property).addObject().put("locale", "default");
        greeting.set("call_to_actions", entries);
        return account.ask(GraphRequest.post(path(), body), GreetingCalls::offered);
    }

    private Outcome<JsonNode> read(String property) {
        Parameters query = new Parameters().with("platform", "instagram").with("fields", property);
        return account.ask(GraphRequest.get(path(), query), json -> entries(json, property));
    }

    private String path() {
        return account.messaging("messenger_profile");
    }

    private static @Nullable JsonNode entries(JsonNode answer, String property) {
        JsonNode data = answer.path("data");
        if (!data.isArray()) {
            return null;
        }
        JsonNode first = data.path(0);
        JsonNode older = first.path(property);
        JsonNode greeting = older.isArray() ? older.path(0) : first;
        if (greeting.path("call_to_actions").isArray()) {
            return greeting.path("call_to_actions");
        }
        return older.isArray() ? older : JsonMapper.shared().createArrayNode();
    }

    private static <T> List<T> all(JsonNode entries, Function<JsonNode, @Nullable T> reading) {
        List<T> all = new ArrayList<>();
        for (JsonNode entry : entries) {
            T read = reading.apply(entry);
            if (read != null) {
                all.add(read);
            }
        }
        return all;
    }

    private static @Nullable Question question(JsonNode json) {
        String question = Fields.text(json, "question");
        String payload = Fields.text(json, "payload");
        return question == null || payload == null ? null : new Question(question, payload);
    }

    private static @Nullable Offered offered(JsonNode json) {
        return "success".equals(Fields.text(json, "result")) || Fields.isTrue(json, "success") ? new Offered() : null;
    }
}
