package dev.parley.server.access;

import dev.parley.server.account.Accounts;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Field;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.identity.AccessTried;
import dev.parley.server.identity.Grant;
import dev.parley.server.identity.Grant.ChosenAccount;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.identity.Tokens;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Right;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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

    /** The others concern the workspace, or the instance, with all its accounts. */
    static final Set<Right> GRANTABLE_BY_ACCOUNT = EnumSet.of(Right.READ, Right.RUN, Right.CONNECT);

    private static final int MOST = 50;

    private final Tokens tokens;
    private final Accounts accounts;
    private final Tenancy tenancy;
    private final ApplicationEventPublisher events;

    MakeToken(Tokens tokens, Accounts accounts, Tenancy tenancy, ApplicationEventPublisher events) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.tenancy = tenancy;
        this.events = events;
    }

    /** @param accounts of the caller's workspace; null for all, there and in every other */
    record Wish(String name, Set<Right> rights, @Nullable Set<AccountId> accounts, Duration lifetime) {}

    /** What was made, with the only moment at which the token itself is known. */
    record Made(Grant grant, Tokens.Issued issued) {}

    Made make(Caller caller, Wish wish) {
        check(caller, wish);
        var chosen = wish.accounts() == null ? null : chosen(caller.workspace(), wish.accounts());
        var grant = new Grant(wish.name().strip(), wish.rights(), chosen);
        try {
            return tenancy.unbound(() -> {
                demandRoom(caller.user());
                var made = new Made(grant, tokens.issue(caller.user(), grant, wish.lifetime()));
                events.publishEvent(told(made));
                return made;
            });
        } catch (DuplicateKeyException taken) {
            throw new BotException(ErrorCode.TOKEN_NAME_TAKEN, ErrorCode.TOKEN_NAME_TAKEN.description());
        }
    }

    private static AccessTried told(Made made) {
        var after = new LinkedHashMap<String, Object>();
        after.put("rights", EnumSet.copyOf(made.grant().rights()));
        after.put("expires_at", made.issued().expiresAt());
        if (made.grant().accounts() != null) {
            after.put(
                    "accounts",
                    made.grant().accounts().stream()
                            .map(ChosenAccount::username)
                            .toList());
        }
        return new AccessTried(SignedIn.current().person(), "make-token")
                .about(made.grant().name())
                .changing(null, after);
    }

    private static void check(Caller caller, Wish wish) {
        if (!GRANTABLE.containsAll(wish.rights())) {
            throw refused("may hold " + names(GRANTABLE));
        }
        if (wish.rights().contains(Right.ADMINISTER) && !caller.admin()) {
            throw refused("cannot hold ADMINISTER: you are no administrator");
        }
        if (wish.accounts() != null && !GRANTABLE_BY_ACCOUNT.containsAll(wish.rights())) {
            throw refused("of a token for chosen accounts may hold " + names(GRANTABLE_BY_ACCOUNT)
                    + ": the others concern all accounts");
        }
    }

    private static List<String> names(Set<Right> rights) {
        return rights.stream().map(Right::name).toList();
    }

    /** Refuses with ACCOUNT_NOT_FOUND what is not there. */
    private List<ChosenAccount> chosen(WorkspaceId workspace, Set<AccountId> ids) {
        return tenancy.in(
                workspace,
                () -> ids.stream()
                        .map(accounts::get)
                        .map(account -> new ChosenAccount(account.id(), account.username()))
                        .toList());
    }

    private void demandRoom(UserId user) {
        var named = tokens.holding(user).stream().filter(token -> token.grant() != null);
        if (named.count() >= MOST) {
            throw new BotException(ErrorCode.TOO_MANY_TOKENS, ErrorCode.TOO_MANY_TOKENS.description());
        }
    }

    private static BotException refused(String why) {
        return new BotException(
                ErrorCode.VALIDATION_FAILED, "The rights " + why + ".", Refusal.of(List.of(new Field("rights", why))));
    }
}
