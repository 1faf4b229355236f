package dev.parley.server.account;

import dev.parley.instagram.DeviceIdentity;
import dev.parley.server.vault.Place;
import dev.parley.server.vault.SealedColumn;
import dev.parley.server.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The one device of each account: made with the account, kept sealed, never changed. */
@Component
class Identities {

    private final Accounts accounts;
    private final Drivers drivers;
    private final Vault vault;

    Identities(Accounts accounts, Drivers drivers, Vault vault) {
        this.accounts = accounts;
        this.drivers = drivers;
        this.vault = vault;
    }

    byte[] sealNew(Account account) {
        var identity = drivers.named(account.driver()).newIdentity();
        return vault.seal(place(account), identity.toBytes());
    }

    DeviceIdentity of(Account account) {
        return DeviceIdentity.fromBytes(vault.open(place(account), accounts.sealedIdentity(account.id())));
    }

    @Bean
    static SealedColumn sealedIdentities() {
        return new SealedColumn("instagram_accounts", "identity_encrypted", "id", true);
    }

    private static Place place(Account account) {
        return new Place(
                account.workspace().value(),
                "instagram_accounts",
                "identity_encrypted",
                account.id().value());
    }
}
