/** What every driver has to keep, and the values of the contract. */
@NullMarked
package dev.parley.instagram;

import org.jspecify.annotations.NullMarked;
