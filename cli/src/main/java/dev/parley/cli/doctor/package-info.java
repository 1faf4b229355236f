/** Finds out whether an instance is well, and whether the driver of an account still understands Instagram. */
@NullMarked
package dev.parley.cli.doctor;

import org.jspecify.annotations.NullMarked;
