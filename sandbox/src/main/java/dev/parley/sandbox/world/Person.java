package dev.parley.sandbox.world;

/**
 * Somebody with a profile.
 *
 * @param id Instagram's numeric user id ({@code pk})
 * @param deleted the profile is gone, though hashtag pages may still list its posts
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
        int posts) {}
