package dev.parley.server.account;

import dev.parley.instagram.DeviceIdentity;
import dev.parley.server.vault.Place;
import org.springframework.stereotype.Component;

/** The one device of each account: made with the account, kept sealed, never changed. */
@Component
class Identities {

    private final Accounts accounts;
    private final Drivers drivers;
    private final SealedRecords sealed;

    Identities(Accounts accounts, Drivers drivers, SealedRecords sealed) {
        this.accounts = accounts;
        this.drivers = drivers;
        this.sealed = sealed;
    }

    byte[] sealNew(Account account) {
        return sealed.seal(place(account), drivers.named(account.driver()).newIdentity());
    }

    DeviceIdentity of(Account account) {
        return sealed.open(place(account), accounts.sealedIdentity(account.id()), DeviceIdentity.class);
    }

    private static Place place(Account account) {
        return new Place(
                account.workspace().value(),
                "instagram_accounts",
                "identity_encrypted",
                account.id().value());
    }
}
