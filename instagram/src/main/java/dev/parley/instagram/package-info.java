/**
 * What one may ask of Instagram, as one small contract with drivers behind it.
 *
 * <pre>{@code
 * Driver driver = MobileDriver.builder().build();
 * SignInOutcome outcome = driver.signIn(new SignIn("alma.plain", password, driver.newIdentity(), null));
 * if (outcome instanceof SignInOutcome.NeedsVerification(PendingSignIn pending)) {
 *     outcome = driver.answer(pending, code);
 * }
 * if (outcome instanceof SignInOutcome.SignedIn(SessionSnapshot session, Profile account)) {
 *     Outcome<Friendship> followed = driver.open(session).follow(person);
 * }
 * }</pre>
 *
 * <p>Every call answers with a value of a sealed type; no call throws for something that Instagram or the network did. No call
 * is ever repeated below the caller.
 */
@NullMarked
package dev.parley.instagram;

import org.jspecify.annotations.NullMarked;
