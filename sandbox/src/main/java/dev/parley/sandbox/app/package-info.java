/** The HTTP API of Instagram's mobile app, one class per family of calls. */
@NullMarked
package dev.parley.sandbox.app;

import org.jspecify.annotations.NullMarked;
