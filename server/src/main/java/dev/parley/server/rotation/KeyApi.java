package dev.parley.server.rotation;

import dev.parley.server.vault.Vault;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the newest key has got. */
@RestController
class KeyApi {

    private final Vault vault;
    private final SealAnew sealAnew;

    KeyApi(Vault vault, SealAnew sealAnew) {
        this.vault = vault;
        this.sealAnew = sealAnew;
    }

    /**
     * @param olderKeys whether this server has any
     * @param sealedByOlderKeys how many secrets still need them
     */
    record View(boolean olderKeys, int sealedByOlderKeys) {}

    @GetMapping("/api/admin/keys")
    @Needs(Right.ADMINISTER)
    View keys() {
        return new View(vault.hasOlderKeys(), sealAnew.left());
    }
}
