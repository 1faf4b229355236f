package dev.parley.instagram;

/** Looking people up. */
public interface People {

    /** Looks a person up by username, with or without a leading @, in any case. */
    default Outcome<Profile> person(String username) {
        return Outcome.unsupported(Capability.PEOPLE);
    }
}
