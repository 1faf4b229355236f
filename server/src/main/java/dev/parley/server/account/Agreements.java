package dev.parley.server.account;

import dev.parley.instagram.AuthorizationRequest;
import dev.parley.instagram.DeviceIdentity;
import dev.parley.instagram.Outcome;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.web.PublicAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Wishes that an owner agrees to the use of an account, on Instagram's own page. */
@Component
public class Agreements {

    /** Where the owner's browser comes back to. */
    public static final String WAY_BACK = "/accounts/authorization";

    private static final char AFTER_ID = '.';

    private final Drivers drivers;
    private final PublicAddress address;
    private final SecureRandom random = new SecureRandom();

    Agreements(Drivers drivers, PublicAddress address) {
        this.drivers = drivers;
        this.address = address;
    }

    /** Which sign-in the owner has come back from, by the state that the browser brought back; that proves nothing yet. */
    public static Optional<VerificationId> meant(String state) {
        var end = state.indexOf(AFTER_ID);
        try {
            return end < 0 ? Optional.empty() : Optional.of(VerificationId.of(state.substring(0, end)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    AuthorizationRequest request(Account account, DeviceIdentity identity, VerificationId verification) {
        var request =
                AuthorizationRequest.to(address.of(WAY_BACK), identity, random).forAccount(account.username());
        return request.withState(verification.toString() + AFTER_ID + request.state());
    }

    URI page(Account account, AuthorizationRequest request) {
        return switch (drivers.named(account.driver()).authorizationPage(request)) {
            case Outcome.Done<URI>(URI page) -> page;
            case Outcome.Refused<URI>(var refusal) -> throw new BotException(ErrorCode.DRIVER_CANNOT, refusal.detail());
        };
    }
}
