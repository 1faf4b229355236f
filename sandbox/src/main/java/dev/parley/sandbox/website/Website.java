package dev.parley.sandbox.website;

import dev.parley.sandbox.state.CurrentState;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.website.variant.Look;
import dev.parley.sandbox.website.variant.Variant;
import java.util.function.Consumer;

/**
 * How the website looks, chosen by code. A choice holds until another one of the same dimension, or {@link #plain()}; one for an account
 * goes before one for everybody. Thread-safe.
 *
 * <pre>{@code
 * sandbox.website().variant(Variant.LOGIN_META).variant("alma.plain", Variant.SAVE_INFO_PAGE);
 * }</pre>
 */
public final class Website {
    private final CurrentState current;

    public Website(CurrentState current) {
        this.current = current;
    }

    /** For everybody who has no choice of their own. */
    public Website variant(Variant variant) {
        return change(state -> state.variants().choose(null, variant, state.journal()));
    }

    /** For one account, and for a browser that was last signed in as it. */
    public Website variant(String account, Variant variant) {
        return change(state -> state.variants().choose(account, variant, state.journal()));
    }

    /** Everything but what the site has against an account, chosen by chance; the same for the same seed. */
    public Website byChance(long seed) {
        return change(state -> state.variants().chooseByChance(null, seed, state.journal()));
    }

    /** Back to the defaults, for everybody. */
    public Website plain() {
        return change(state -> state.variants().clear(state.journal()));
    }

    /** How it looks for this account. */
    public Look look(String account) {
        return current.get().variants().of(account);
    }

    private Website change(Consumer<SandboxState> change) {
        SandboxState state = current.get();
        change.accept(state);
        state.journal().flush();
        return this;
    }
}
