package dev.parley.instagram.contract;

import dev.parley.instagram.Capability;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * That a test, or all of a class, shows what a driver can do where the contract has no suite; it counts in the {@link ContractTable}. On methods alone it
 * needs the class to be extended with {@link ContractRecord}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ContractRecord.class)
public @interface Shows {

    /** The driver's name. */
    String driver();

    /** What it shows. */
    Capability[] value() default {};

    /** Whether it meets calls with faults. */
    boolean faults() default false;
}
