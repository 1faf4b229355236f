package dev.parley.sandbox.website.page;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.Challenge;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.website.variant.Dimension;
import dev.parley.sandbox.website.variant.Look;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Where somebody is sent who has to prove who they are. */
public final class Checkpoints {
    public static final String CODE = "/auth_platform/codeentry/";
    public static final String PICKER = "/auth_platform/challengepicker/";
    public static final String CAPTCHA = "/auth_platform/recaptcha/";
    /** One that only Instagram's own app gets past. */
    public static final String UNPASSABLE = "/checkpoint/1501092823525282/";

    private Checkpoints() {}

    /** Opens a challenge for whoever makes this visit and says where it is answered; empty for a stranger. */
    static Optional<String> open(Visit visit, boolean signsIn) {
        return visit.account().map(account -> open(account, visit, signsIn));
    }

    public static String open(Account account, Visit visit, boolean signsIn) {
        SandboxState state = visit.state();
        Challenge challenge =
                state.challenges().open(account, visit.browser().androidId(), signsIn, state.now(), state.journal());
        return address(challenge, state.variants().of(account.username()));
    }

    private static String address(Challenge challenge, Look look) {
        String query = "?apc=" + pointer(challenge);
        return switch (look.of(Dimension.CHECKPOINT)) {
            case CHECKPOINT_PICKER -> PICKER + query;
            case CHECKPOINT_CAPTCHA -> CAPTCHA + query;
            case CHECKPOINT_OLD, CHECKPOINT_WAS_ME, CHECKPOINT_CONFIRM -> challenge.path();
            default -> CODE + query;
        };
    }

    /** The value of {@code apc}: nothing that anybody should read. */
    public static String pointer(Challenge challenge) {
        String plain = challenge.account().id() + "." + challenge.nonce();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    public static Optional<Challenge> at(String pointer, SandboxState state) {
        String[] parts = decoded(pointer).split("\\.", 2);
        return parts.length == 2 ? state.challenges().find(Ids.idOrNone(parts[0]), parts[1]) : Optional.empty();
    }

    private static String decoded(String pointer) {
        try {
            return new String(Base64.getUrlDecoder().decode(pointer), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
