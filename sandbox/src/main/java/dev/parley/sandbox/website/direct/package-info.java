/** Direct messages on the website: inbox, requests, conversations, and writing to somebody. */
@NullMarked
package dev.parley.sandbox.website.direct;

import org.jspecify.annotations.NullMarked;
