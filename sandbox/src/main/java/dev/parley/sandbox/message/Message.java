package dev.parley.sandbox.message;

/**
 * Something that one person wrote to another.
 *
 * @param id 35 digits, growing
 * @param token what its sender calls it, so that it arrives once; empty if nothing
 * @param at epoch milliseconds
 */
public record Message(String id, long sender, long recipient, Body body, String token, long at) {

    public ThreadId thread() {
        return ThreadId.between(sender, recipient);
    }
}
