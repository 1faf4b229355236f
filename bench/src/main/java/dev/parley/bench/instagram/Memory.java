package dev.parley.bench.instagram;

import dev.parley.bench.Report;
import java.io.IOException;

/** What a client costs that has done a call and waits. */
final class Memory {

    private static final int FEW = 100;
    private static final int MANY = Integer.getInteger("clients", 10_000);
    private static final double KIBI = 1024;

    private Memory() {}

    /** How many accounts it takes. */
    static int accounts() {
        return MANY;
    }

    /**
     * Prints a client's memory.
     *
     * @param ours bytes of heap per client of ours; 0 if these are ours
     * @return bytes of heap per client
     */
    static double report(String name, OwnProcess party, double ours) throws IOException {
        long heapFew = heap(party, FEW);
        long residentFew = party.residentBytes();
        double heap = (heap(party, MANY) - heapFew) / (double) (MANY - FEW);
        double resident = (party.residentBytes() - residentFew) / (double) (MANY - FEW);
        Report.line(
                "%-28s %7.1f KiB of heap per client, after collecting (ours is %.2f of it); %7.1f KiB of resident memory",
                name, heap / KIBI, (ours == 0 ? heap : ours) / heap, resident / KIBI);
        return heap;
    }

    private static long heap(OwnProcess party, int clients) throws IOException {
        return Long.parseLong(party.ask("clients " + clients, "heap"));
    }
}
