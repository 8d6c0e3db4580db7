package dev.shopmirror.admin.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a host of a URL is, told by its text alone: names are not resolved. */
public enum HostKind {
    /** This machine: {@code localhost}, {@code 127.0.0.0/8}, {@code ::1}. */
    LOOPBACK,
    /** Reachable from inside a network only, or no host at all. */
    INTERNAL,
    PUBLIC;

    /** Other numbers would be taken for a name, and looked up. */
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";

    private static final Pattern DOTTED_QUAD = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern NAME =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final List<String> INTERNAL_SUFFIXES =
            List.of(".local", ".internal", ".lan", ".home.arpa", ".invalid", ".test");

    /** @param host as in {@link java.net.URI#getHost()}: a name, an IPv4 address, or an IPv6 address in brackets */
    public static HostKind of(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        if (lower.equals("localhost") || lower.endsWith(".localhost")) {
            return LOOPBACK;
        }
        if (DOTTED_QUAD.matcher(lower).matches() || lower.startsWith("[")) {
            return ofAddress(lower);
        }
        boolean isPublicName =
                NAME.matcher(lower).matches() && INTERNAL_SUFFIXES.stream().noneMatch(lower::endsWith);
        return isPublicName ? PUBLIC : INTERNAL;
    }

    private static HostKind ofAddress(String literal) {
        try {
            InetAddress address = InetAddress.getByName(literal);
            if (address.isLoopbackAddress()) {
                return LOOPBACK;
            }
            return isInternal(address) ? INTERNAL : PUBLIC;
        } catch (UnknownHostException e) {
            return INTERNAL;
        }
    }

    private static boolean isInternal(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || isSharedOrUniqueLocal(address.getAddress());
    }

    /** What {@link InetAddress} has no name for: 0.0.0.0/8, 100.64.0.0/10 (carriers), 240.0.0.0/4 and fc00::/7. */
    private static boolean isSharedOrUniqueLocal(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (bytes.length == 4) {
            return first == 0 || first >= 240 || (first == 100 && second >= 64 && second < 128);
        }
        return (first & 0xfe) == 0xfc;
    }
}
