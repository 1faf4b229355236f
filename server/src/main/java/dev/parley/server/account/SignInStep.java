package dev.parley.server.account;

import dev.parley.instagram.AuthorizationRequest;
import dev.parley.instagram.DeviceIdentity;
import dev.parley.instagram.PendingSignIn;
import dev.parley.instagram.VerificationMethod;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A step of signing in, with all that asking Instagram needs. Holds secrets, and shows none of them. */
public sealed interface SignInStep {

    Account account();

    record Login(Account account, DeviceIdentity identity, String password, Keeping keeping) implements SignInStep {

        @Override
        public String toString() {
            return "Login[account=" + account.id() + "]";
        }
    }

    record Code(Account account, VerificationId verification, PendingSignIn pending, String code)
            implements SignInStep {

        @Override
        public String toString() {
            return "Code[account=" + account.id() + ", verification=" + verification + "]";
        }
    }

    /** @param broughtBack what the owner's browser brought back from Instagram's page */
    record Authorization(
            Account account, VerificationId verification, AuthorizationRequest request, Map<String, String> broughtBack)
            implements SignInStep {

        @Override
        public String toString() {
            return "Authorization[account=" + account.id() + ", verification=" + verification + "]";
        }
    }

    /** @param method null repeats the method last used */
    record NewCode(
            Account account,
            VerificationId verification,
            PendingSignIn pending,
            @Nullable VerificationMethod method) implements SignInStep {}
}
