/** What people write under posts. */
@NullMarked
package dev.parley.sandbox.comment;

import org.jspecify.annotations.NullMarked;
