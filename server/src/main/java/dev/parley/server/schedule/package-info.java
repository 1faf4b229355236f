/** Jobs that are ordered again and again: once, daily, weekly or by a cron expression, in a time zone. */
@ApplicationModule(allowedDependencies = {"core", "web", "tenancy", "activity", "workspace", "account", "automation"})
@NullMarked
package dev.parley.server.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
