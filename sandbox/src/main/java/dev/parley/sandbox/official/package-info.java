/** What Meta's official API keeps: the app, what owners agreed to, tokens, webhooks on their way, drafts, greetings. */
@NullMarked
package dev.parley.sandbox.official;

import org.jspecify.annotations.NullMarked;
