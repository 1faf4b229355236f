package dev.parley.instagram.mobile;

import dev.parley.instagram.Friendship;
import dev.parley.instagram.http.Reading;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** One friendship: at the top of the answer when looking, in {@code friendship_status} after a change. */
final class FriendshipReading implements Reading<Friendship> {

    private final FriendshipDraft top = new FriendshipDraft();
    private @Nullable Friendship afterChange;

    @Override
    public void field(String name, JsonParser json) {
        if (name.equals("friendship_status")) {
            afterChange = FriendshipDraft.read(json);
        } else {
            top.field(name, json);
        }
    }

    @Override
    public @Nullable Friendship result() {
        return afterChange == null ? top.friendship() : afterChange;
    }
}
