/** What one may type: each command a class, their settings from flags, environment and {@code .env}. */
@NullMarked
package dev.parley.cli.command;

import org.jspecify.annotations.NullMarked;
