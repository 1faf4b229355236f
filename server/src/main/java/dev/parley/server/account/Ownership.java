package dev.parley.server.account;

import dev.parley.instagram.PersonId;
import dev.parley.instagram.Profile;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Tenancy;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Whose an Instagram account is: whoever signed in to it first, in one workspace of the instance. */
@Component
class Ownership {

    private final Tenancy tenancy;
    private final Accounts accounts;

    Ownership(Tenancy tenancy, Accounts accounts) {
        this.tenancy = tenancy;
        this.accounts = accounts;
    }

    /** Refuses with ACCOUNT_MISMATCH or ACCOUNT_TAKEN; tells nothing of the other workspace. */
    void claim(Account account, Profile signedIn) {
        if (!signedIn.username().equals(account.username())) {
            throw mismatch(account, "Instagram signed in @" + signedIn.username());
        }
        if (account.instagramUserId() != null && !account.instagramUserId().equals(signedIn.id())) {
            throw mismatch(account, "The name now belongs to somebody else on Instagram");
        }
        try {
            tenancy.run(account.workspace(), () -> accounts.claim(account.id(), signedIn.id()));
        } catch (DuplicateKeyException taken) {
            throw taken(account, signedIn.id());
        }
    }

    private BotException taken(Account account, PersonId person) {
        return tenancy.in(account.workspace(), () -> accounts.withInstagramId(person))
                .map(same -> mismatch(
                        account, "This workspace has connected the same Instagram account as @" + same.username()))
                .orElseGet(() -> new BotException(
                        ErrorCode.ACCOUNT_TAKEN,
                        "@%s is connected in another workspace of this instance.".formatted(account.username())));
    }

    private static BotException mismatch(Account account, String why) {
        return new BotException(
                ErrorCode.ACCOUNT_MISMATCH, why + ", not the @%s that was asked for.".formatted(account.username()));
    }
}
