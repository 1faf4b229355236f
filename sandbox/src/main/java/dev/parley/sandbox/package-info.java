@NullMarked
package dev.parley.sandbox;

import org.jspecify.annotations.NullMarked;
