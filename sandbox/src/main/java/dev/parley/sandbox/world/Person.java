package dev.parley.sandbox.world;

/**
 * Somebody with a profile.
 *
 * @param id Instagram's numeric user id ({@code pk})
 * @param deleted the profile is gone, though hashtag pages may still list its posts
 * @param takesMessages false: only from people whom they follow, or wrote to
 */
public record Person(
        long id,
        String username,
        String fullName,
        String biography,
        boolean isPrivate,
        boolean deleted,
        boolean verified,
        boolean business,
        boolean takesMessages,
        int posts) {}
