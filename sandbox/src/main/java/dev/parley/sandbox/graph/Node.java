package dev.parley.sandbox.graph;

import dev.parley.sandbox.official.AccessToken;
import dev.parley.sandbox.official.Mids;
import dev.parley.sandbox.official.Numbers;
import dev.parley.sandbox.state.SandboxState;
import java.util.OptionalLong;

/**
 * What the first part of a path stands for.
 *
 * @param text as it was asked for
 * @param id the number inside the sandbox; zero where the text itself says it
 */
record Node(Kind kind, String text, long id) {

    /** What there is in the graph. */
    enum Kind {
        ACCOUNT,
        PERSON,
        MEDIA,
        COMMENT,
        CONVERSATION,
        MESSAGE,
        CONTAINER,
        HASHTAG,
        NONE
    }

    /** As seen with this token: people have another number for each account. */
    static Node of(String text, AccessToken token, SandboxState state) {
        if (text.equals("me")) {
            return new Node(Kind.ACCOUNT, text, token.account());
        }
        OptionalLong account = Numbers.accountIn(text);
        if (account.isEmpty()) {
            account = Numbers.pageIn(text);
        }
        if (account.isPresent()) {
            return token.accounts().contains(account.getAsLong())
                    ? new Node(Kind.ACCOUNT, text, account.getAsLong())
                    : none(text);
        }
        if (Mids.threadIn(text).isPresent()) {
            return new Node(Kind.CONVERSATION, text, 0);
        }
        if (Mids.messageIn(text).isPresent()) {
            return new Node(Kind.MESSAGE, text, 0);
        }
        return NodeNumbers.of(text, token.account(), state);
    }

    static Node none(String text) {
        return new Node(Kind.NONE, text, 0);
    }
}
