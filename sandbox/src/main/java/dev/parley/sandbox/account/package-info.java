/** Accounts that sign in: passwords, second factors, challenges, sessions, and the codes sent to their owners. */
@NullMarked
package dev.parley.sandbox.account;

import org.jspecify.annotations.NullMarked;
