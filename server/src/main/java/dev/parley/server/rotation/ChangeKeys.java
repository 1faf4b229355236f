package dev.parley.server.rotation;

import dev.parley.server.core.StartRefused;
import dev.parley.server.node.Nodes;
import dev.parley.server.vault.KeyCheck;
import dev.parley.server.vault.KeyFile;
import dev.parley.server.vault.Vault;
import org.springframework.stereotype.Component;

/** For whoever has the machine: a new key, and the end of the old ones once nothing needs them. */
@Component
public class ChangeKeys {

    private final KeyFile keys;
    private final KeyCheck check;
    private final SealAnew sealAnew;
    private final Vault vault;
    private final Nodes nodes;

    ChangeKeys(KeyFile keys, KeyCheck check, SealAnew sealAnew, Vault vault, Nodes nodes) {
        this.keys = keys;
        this.check = check;
        this.sealAnew = sealAnew;
        this.vault = vault;
        this.nodes = nodes;
    }

    public String add() {
        keys.addKey();
        return "A new key seals from the next start on. Restart all nodes, and keep a copy of the key file.";
    }

    public String removeOlder() {
        if (check.serversSealWithOlderKey()) {
            throw new StartRefused("No server has been started with the newest key yet: restart all nodes first.");
        }
        var behind = nodes.sealingWithOtherThan(vault.newestKey());
        if (!behind.isEmpty()) {
            throw new StartRefused("These nodes do not seal with the newest key yet: " + String.join(", ", behind)
                    + ". Restart them first.");
        }
        var left = sealAnew.left();
        if (left > 0) {
            throw new StartRefused(left + " secrets still need an older key. A server that runs seals them anew within"
                    + " minutes: try again then.");
        }
        keys.removeOlderKeys();
        return "Only the newest key is left. Backups that are older than its first start need the keys of their time.";
    }
}
