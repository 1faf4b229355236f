/** An instance in one archive, taken while it runs or stands still, and an instance made of such an archive. */
@NullMarked
package dev.parley.cli.backup;

import org.jspecify.annotations.NullMarked;
