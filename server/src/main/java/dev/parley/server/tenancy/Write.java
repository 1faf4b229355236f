package dev.parley.server.tenancy;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A statement whose result nobody reads, nor what it writes before the next {@link Tenancy#ask question}. */
public final class Write extends Statement<Write> {

    private @Nullable Supplier<? extends RuntimeException> unlessOneRow;

    private Write(String sql) {
        super(sql);
    }

    private Write(Each each) {
        super(each);
    }

    public static Write of(Each each) {
        return new Write(each);
    }

    public static Write of(String sql) {
        return new Write(sql);
    }

    /** Unless it changes exactly one row, the transaction fails with this. */
    public Write orElseThrow(Supplier<? extends RuntimeException> failure) {
        unlessOneRow = failure;
        return this;
    }

    @Nullable
    Supplier<? extends RuntimeException> unlessOneRow() {
        return unlessOneRow;
    }

    @Override
    Write self() {
        return this;
    }
}
