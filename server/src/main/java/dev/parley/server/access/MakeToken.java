package dev.parley.server.access;

import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Field;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.identity.Tokens;
import dev.parley.server.web.Right;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Makes a token for a program. */
@Component
class MakeToken {

    static final int LONGEST_NAME = 100;
    static final int USUAL_DAYS = 90;
    static final int MOST_DAYS = 365;

    /** What concerns oneself alone, no program does: else one token could make others. */
    static final Set<Right> GRANTABLE = EnumSet.complementOf(EnumSet.of(Right.NOTHING, Right.SIGN_IN));

    private static final int MOST = 50;

    private final Tokens tokens;

    MakeToken(Tokens tokens) {
        this.tokens = tokens;
    }

    Tokens.Issued make(SignedIn who, String name, Set<Right> rights, Duration lifetime) {
        check(who, rights);
        var me = who.person().id();
        if (tokens.of(me).stream().filter(token -> token.name() != null).count() >= MOST) {
            throw new BotException(ErrorCode.TOO_MANY_TOKENS, ErrorCode.TOO_MANY_TOKENS.description());
        }
        try {
            return tokens.issue(me, name.strip(), rights, lifetime);
        } catch (DuplicateKeyException taken) {
            throw new BotException(ErrorCode.TOKEN_NAME_TAKEN, ErrorCode.TOKEN_NAME_TAKEN.description());
        }
    }

    private static void check(SignedIn who, Set<Right> rights) {
        if (!GRANTABLE.containsAll(rights)) {
            throw refused("may hold " + GRANTABLE.stream().map(Right::name).toList());
        }
        if (rights.contains(Right.ADMINISTER) && !who.person().isAdmin()) {
            throw refused("cannot hold ADMINISTER: you are no administrator");
        }
    }

    private static BotException refused(String why) {
        return new BotException(
                ErrorCode.VALIDATION_FAILED, "The rights " + why + ".", Refusal.of(List.of(new Field("rights", why))));
    }
}
