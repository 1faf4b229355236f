package dev.parley.server.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What this does is dangerous in the hands of whoever finds an open browser: its person has to have proven who they are just now. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface FreshSignIn {

    /** Where a person goes on after proving it; the page itself where nothing is named. */
    String page() default "";
}
