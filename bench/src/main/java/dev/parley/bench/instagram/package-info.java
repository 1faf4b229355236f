/** Clients of Instagram side by side: the mobile driver, and public ones, each in a process of its own, all against one sandbox. */
@NullMarked
package dev.parley.bench.instagram;

import org.jspecify.annotations.NullMarked;
