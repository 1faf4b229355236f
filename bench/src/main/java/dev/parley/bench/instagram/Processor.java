package dev.parley.bench.instagram;

/**
 * Processor time in microseconds: of a Java process, of Playwright's own process that it speaks to browsers through, and of all that belongs to
 * the browsers.
 */
record Processor(double java, double playwright, double chromium) {

    static final Processor NONE = new Processor(0, 0, 0);

    private static final int FIELDS = 3;

    Processor plus(Processor more) {
        return new Processor(java + more.java, playwright + more.playwright, chromium + more.chromium);
    }

    Processor minus(Processor less) {
        return plus(new Processor(-less.java, -less.playwright, -less.chromium));
    }

    Processor per(int count) {
        return new Processor(java / count, playwright / count, chromium / count);
    }

    /** Without the browsers. */
    double own() {
        return java + playwright;
    }

    String line() {
        return "%.0f %.0f %.0f".formatted(java, playwright, chromium);
    }

    static Processor of(String line) {
        String[] fields = line.split(" ", FIELDS);
        return new Processor(
                Double.parseDouble(fields[0]), Double.parseDouble(fields[1]), Double.parseDouble(fields[2]));
    }
}
