package dev.parley.cli.instance;

/** Told what is going on, for a person who waits. */
@FunctionalInterface
public interface Progress {

    Progress SILENT = step -> {};

    /** One step has begun; one short sentence. */
    void step(String what);
}
