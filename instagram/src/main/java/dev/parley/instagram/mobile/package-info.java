/** The mobile driver: Instagram as the Android app speaks to it. */
@NullMarked
package dev.parley.instagram.mobile;

import org.jspecify.annotations.NullMarked;
