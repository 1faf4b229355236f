package dev.parley.server.web;

import java.net.InetAddress;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Addresses of IPv6 in the one way that RFC 5952 writes them: Java leaves all zeros standing. */
final class ShortAddress {

    private static final Pattern ZEROS = Pattern.compile("(?:^|:)0(?::0)+(?:$|:)");
    private static final Comparator<MatchResult> GROUPS = Comparator.comparingLong(
            zeros -> zeros.group().chars().filter(letter -> letter == '0').count());

    private ShortAddress() {}

    static String of(String address) {
        return address.indexOf(':') < 0 ? address : shortened(plain(address));
    }

    private static String plain(String address) {
        try {
            return InetAddress.ofLiteral(address).getHostAddress();
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }

    /** Of several runs of zeros the longest, of equal ones the first. */
    private static String shortened(String address) {
        return ZEROS.matcher(address)
                .results()
                .max(GROUPS)
                .map(zeros -> address.substring(0, zeros.start()) + "::" + address.substring(zeros.end()))
                .orElse(address);
    }
}
