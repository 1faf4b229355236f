/** An instance of Parley as real processes: a data folder, a PostgreSQL, a sandbox and any number of server nodes. */
@NullMarked
package dev.parley.cli.instance;

import org.jspecify.annotations.NullMarked;
