/** What happened, appended to one file before anybody is told, and read back at the next start. */
@NullMarked
package dev.parley.sandbox.journal;

import org.jspecify.annotations.NullMarked;
