package dev.parley.sandbox.graph;

import dev.parley.sandbox.official.App;
import dev.parley.sandbox.official.Flavour;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the consent page shows. @param complaint what was wrong with the answer before; empty if nothing */
public record Consent(GraphRequest request, String complaint) {

    public String app() {
        return App.NAME;
    }

    public List<String> permissions() {
        return request.parameters().list("scope");
    }

    public boolean facebook() {
        return request.flavour() == Flavour.FACEBOOK;
    }

    /** What the form has to carry along. */
    public Map<String, String> carried() {
        return Stream.of("client_id", "redirect_uri", "response_type", "scope", "state")
                .filter(name -> request.parameters().text(name).isPresent())
                .collect(Collectors.toMap(
                        name -> name, name -> request.parameters().text(name).orElseThrow()));
    }
}
