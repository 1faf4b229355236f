/** Signing in to the website: forms, second factors, checkpoints, and the pages that want something of the owner first. */
@NullMarked
package dev.parley.sandbox.website.login;

import org.jspecify.annotations.NullMarked;
