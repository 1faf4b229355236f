/** The sandbox's own API and page: truth, outbox, script, clock, accounts. */
@NullMarked
package dev.parley.sandbox.admin;

import org.jspecify.annotations.NullMarked;
