@NullMarked
package dev.parley.instagram;

import org.jspecify.annotations.NullMarked;
