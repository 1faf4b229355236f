/** The command line: starts, stops and shows an instance of Parley. */
@NullMarked
package dev.parley.cli;

import org.jspecify.annotations.NullMarked;
