/** Processes of the operating system: started, watched, signalled, recognised again. */
@NullMarked
package dev.parley.cli.process;

import org.jspecify.annotations.NullMarked;
