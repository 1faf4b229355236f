package dev.parley.server.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States what a call needs: on its handler, or on the class for all that state nothing else. Where neither says anything, nobody is
 * let in.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Needs {

    Right value();

    /** Whether it changes something for all accounts at once, which a token for chosen ones may not. */
    boolean acrossAccounts() default false;
}
