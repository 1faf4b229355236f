package dev.parley.sandbox.admin;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.website.variant.Dimension;
import dev.parley.sandbox.website.variant.Variant;
import dev.parley.sandbox.website.variant.Variants;
import io.helidon.webserver.http.ServerRequest;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the website looks. */
final class WebsiteVariantCalls {
    private static final String ACCOUNT = "account";
    private static final String SEED = "seed";
    private static final String PATH = "/website";

    private WebsiteVariantCalls() {}

    static void addTo(AdminRoutes routes) {
        routes.get(PATH, (request, state) -> list(state));
        routes.post(PATH, WebsiteVariantCalls::choose);
        routes.delete(PATH, WebsiteVariantCalls::clear);
    }

    private static Answer choose(ServerRequest request, SandboxState state) {
        AdminBody body = AdminBody.of(request, fields());
        String account = body.text(ACCOUNT).map(name -> known(name, state)).orElse(null);
        Map<Dimension, Variant> chosen = chosen(body);
        Variants variants = state.variants();
        body.integer(SEED, Long.MIN_VALUE, Long.MAX_VALUE)
                .ifPresent(seed -> variants.chooseByChance(account, seed, state.journal()));
        chosen.values().forEach(variant -> variants.choose(account, variant, state.journal()));
        return list(state);
    }

    private static Answer clear(ServerRequest request, SandboxState state) {
        state.variants().clear(state.journal());
        return list(state);
    }

    private static Set<String> fields() {
        var fields = new HashSet<>(Set.of(ACCOUNT, SEED));
        Arrays.stream(Dimension.values()).map(Dimension::label).forEach(fields::add);
        return fields;
    }

    private static String known(String account, SandboxState state) {
        if (state.accounts().withUsername(account).isEmpty()) {
            throw new BadRequest("Unknown account " + account);
        }
        return account;
    }

    private static Map<Dimension, Variant> chosen(AdminBody body) {
        return Arrays.stream(Dimension.values())
                .filter(dimension -> body.text(dimension.label()).isPresent())
                .collect(Collectors.toMap(
                        dimension -> dimension, dimension -> variant(dimension, body.requiredText(dimension.label()))));
    }

    private static Variant variant(Dimension dimension, String choice) {
        return dimension
                .variant(choice)
                .orElseThrow(() -> new BadRequest(
                        dimension.label() + " must be one of " + String.join(", ", labels(dimension.variants()))));
    }

    private static Answer list(SandboxState state) {
        Map<String, @Nullable Object> accounts = Json.object();
        Variants variants = state.variants();
        variants.accounts().forEach(account -> accounts.put(account, json(variants.chosenFor(account))));
        return Answer.ok(
                Json.object("everybody", json(variants.of(null).chosen()), "accounts", accounts, "choices", choices()));
    }

    private static Map<String, @Nullable Object> json(Map<Dimension, Variant> chosen) {
        Map<String, @Nullable Object> json = Json.object();
        chosen.forEach((dimension, variant) -> json.put(dimension.label(), variant.label()));
        return json;
    }

    private static Map<String, @Nullable Object> choices() {
        Map<String, @Nullable Object> choices = Json.object();
        Arrays.stream(Dimension.values())
                .forEach(dimension -> choices.put(dimension.label(), labels(dimension.variants())));
        return choices;
    }

    private static Collection<String> labels(Collection<Variant> variants) {
        return variants.stream().map(Variant::label).toList();
    }
}
