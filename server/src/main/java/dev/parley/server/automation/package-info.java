/** Jobs: an action upon people from a source, such as following by hashtag. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "vault",
            "web",
            "tenancy",
            "activity",
            "identity",
            "workspace",
            "account",
            "quota",
            "contact",
            "bot"
        })
@NullMarked
package dev.parley.server.automation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
