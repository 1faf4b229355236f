package dev.parley.server.bot;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * What an account does about one thing that Instagram may answer.
 *
 * @param outcome what it answers, in words
 * @param errorCode what it is called here
 * @param title of that code
 * @param reaction what the account does, in words
 * @param restMinutes for how long it does nothing: the first time, the second time in a row, and so on; empty where it does not rest
 */
public record PolicyRow(String outcome, String errorCode, String title, String reaction, List<Long> restMinutes) {

    private static final int AN_HOUR = 60;

    public PolicyRow {
        restMinutes = List.copyOf(restMinutes);
    }

    /** The rests in words; empty where there are none. */
    public String rests() {
        return restMinutes.stream()
                .map(minutes -> minutes < AN_HOUR ? minutes + " minutes" : minutes / AN_HOUR + " hours")
                .collect(joining(", then "));
    }
}
