package dev.parley.sandbox.graph;

import dev.parley.sandbox.official.AccessToken;
import dev.parley.sandbox.official.Flavour;
import dev.parley.sandbox.official.Manners;
import dev.parley.sandbox.official.Official;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.world.Person;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call of the official API.
 *
 * @param base the address before the path of the call, version included: what the next page's address begins with
 * @param tokenText what it was authorized with; empty if nothing
 */
public record GraphRequest(
        Door door,
        String method,
        String path,
        String base,
        Parameters parameters,
        String tokenText,
        SandboxState state,
        @Nullable ScriptedFault fault) {

    GraphRequest hitBy(ScriptedFault scripted) {
        return new GraphRequest(door, method, path, base, parameters, tokenText, state, scripted);
    }

    /** False when a fault comes instead of the effect. */
    boolean takesEffect() {
        return fault == null || fault.takesEffect();
    }

    Official official() {
        return state.official();
    }

    Manners manners() {
        return state.official().registration().manners();
    }

    Flavour flavour() {
        return door.flavour();
    }

    /** The token, if it was given out; it may have expired. */
    Optional<AccessToken> token() {
        return official().tokens().find(tokenText);
    }

    FieldsAsked fields() {
        return FieldsAsked.of(parameters.text("fields").orElse(""));
    }

    /** Where the sandbox's pictures are, for addresses in answers. */
    String pictures() {
        return base.substring(0, base.indexOf("/" + door.host())) + "/_sandbox/pictures/";
    }

    Person account(long id) {
        return state.person(id).orElseThrow(() -> new NoSuchElementException("account " + id));
    }
}
