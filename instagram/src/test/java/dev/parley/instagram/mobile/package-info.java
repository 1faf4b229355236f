/** The mobile driver against scripted answers, hostile ones and the sandbox. */
@NullMarked
package dev.parley.instagram.mobile;

import org.jspecify.annotations.NullMarked;
