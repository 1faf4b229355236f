package dev.parley.cli.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** SHA-256 of an archive's entries, as {@code sha256sum -c} reads them; its last entry, so that an archive without it is cut short. */
final class Checksum {

    private static final String BETWEEN = "  ";

    private Checksum() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    static String text(Map<String, String> byName) {
        return byName.entrySet().stream()
                .map(entry -> entry.getValue() + BETWEEN + entry.getKey() + "\n")
                .collect(Collectors.joining());
    }

    static Map<String, String> parse(String text) {
        var byName = new LinkedHashMap<String, String>();
        text.lines()
                .map(line -> line.split(BETWEEN, 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> byName.put(parts[1], parts[0]));
        return byName;
    }
}
