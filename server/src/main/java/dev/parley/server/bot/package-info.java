/** One bot instance per account: lanes, gates, the queue of actions, ticks; exactly one owner in the whole cluster. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "vault",
            "web",
            "tenancy",
            "node",
            "activity",
            "identity",
            "workspace",
            "evidence",
            "account",
            "quota",
            "contact"
        })
@NullMarked
package dev.parley.server.bot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
