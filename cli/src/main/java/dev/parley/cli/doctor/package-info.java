/** Finds out whether the driver of an account still understands Instagram, for a report that may be shown to others. */
@NullMarked
package dev.parley.cli.doctor;

import org.jspecify.annotations.NullMarked;
