/** What every driver has to keep, a suite for each capability, told against the sandbox and judged by its truth. */
@NullMarked
package dev.parley.instagram.contract;

import org.jspecify.annotations.NullMarked;
