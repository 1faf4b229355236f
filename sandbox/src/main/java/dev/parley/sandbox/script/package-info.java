/** Failures on request: which call fails, how, for whom and how often. */
@NullMarked
package dev.parley.sandbox.script;

import org.jspecify.annotations.NullMarked;
