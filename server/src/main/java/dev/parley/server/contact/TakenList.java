package dev.parley.server.contact;

import java.util.List;

/**
 * How a list of people to whom nobody writes was taken.
 *
 * @param added how many are on the list that were not
 * @param already how many were
 * @param refused what is no username; the first hundred
 */
public record TakenList(int added, int already, List<String> refused) {

    public TakenList {
        refused = List.copyOf(refused);
    }
}
