/** Stand-ins for the server and the sandbox, as real processes, and a terminal to type commands into. */
@NullMarked
package dev.parley.cli.testing;

import org.jspecify.annotations.NullMarked;
