package dev.parley.server.mailing;

import java.util.Map;

/**
 * Somebody to whom a mailing shall go.
 *
 * @param username in lower case, without @
 * @param variables what the text may say of them, by name
 */
record Named(String username, Map<String, String> variables) {

    static final String USERNAME = "username";

    Named {
        variables = Map.copyOf(variables);
    }
}
