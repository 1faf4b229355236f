package dev.parley.server.account;

import dev.parley.server.vault.Place;
import dev.parley.server.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Records in sealed columns. Their form in there is this module's own and does not follow the API's. */
@Component
class SealedRecords {

    private final JsonMapper json = JsonMapper.builder().build();
    private final Vault vault;

    SealedRecords(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(Place place, Object secret) {
        return vault.seal(place, json.writeValueAsBytes(secret));
    }

    <T> T open(Place place, byte[] sealed, Class<T> type) {
        return json.readValue(vault.open(place, sealed), type);
    }
}
