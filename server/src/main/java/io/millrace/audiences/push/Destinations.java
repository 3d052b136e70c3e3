package io.millrace.audiences.push;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where messages may go: to public addresses by https, and to the hosts that the operator's setting
 * names. Looked at when a subscription is saved and again before each request, within the time for
 * which Java remembers a name's addresses; so a name cannot first be harmless and then lead into
 * the own network.
 */
@Component
final class Destinations {
    private static final int LONGEST = 2_000;

    private final Set<String> allowed;

    /**
     * @param allowed hosts, with or without a port, separated by commas
     */
    Destinations(@Value("${millrace.push.allow:${MILLRACE_PUSH_ALLOW:}}") String allowed) {
        this.allowed =
                Arrays.stream(allowed.split(","))
                        .map(host -> host.strip().toLowerCase(Locale.ROOT))
                        .filter(host -> !host.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Null if messages may go there, else the code of what is against it. */
    @Nullable String refusal(String address) {
        URI uri = parsed(address);
        if (uri == null) {
            return "audiences.push-address";
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (allowed.contains(host) || allowed.contains(host + ":" + uri.getPort())) {
            return null;
        }
        if (!uri.getScheme().equalsIgnoreCase("https")) {
            return "audiences.push-https";
        }
        try {
            for (InetAddress each : InetAddress.getAllByName(bare(host))) {
                if (!isPublic(each)) {
                    return "audiences.push-private";
                }
            }
            return null;
        } catch (UnknownHostException unknown) {
            return "audiences.push-unknown-host";
        }
    }

    private static @Nullable URI parsed(String address) {
        try {
            URI uri = new URI(address);
            boolean web =
                    uri.getScheme() != null
                            && uri.getScheme().toLowerCase(Locale.ROOT).matches("https?");
            boolean whole = uri.getHost() != null && uri.getRawUserInfo() == null;
            return web && whole && uri.getFragment() == null && address.length() <= LONGEST
                    ? uri
                    : null;
        } catch (URISyntaxException none) {
            return null;
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? isPublicSix(bytes) : isPublicFour(bytes);
    }

    /** Neither shared (100.64/10), benchmark (198.18/15), protocol (192.0.0/24) nor reserved. */
    private static boolean isPublicFour(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean shared = first == 100 && (second & 0xc0) == 64;
        boolean benchmark = first == 198 && (second & 0xfe) == 18;
        boolean protocol = first == 192 && second == 0 && bytes[2] == 0;
        return first != 0 && first < 224 && !shared && !benchmark && !protocol;
    }

    /** Only global unicast (2000::/3), and none that carries an IPv4 address in it. */
    private static boolean isPublicSix(byte[] bytes) {
        int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        boolean global = (first & 0xe000) == 0x2000;
        boolean sixToFour = first == 0x2002;
        boolean teredo = first == 0x2001 && second == 0;
        return global && !sixToFour && !teredo;
    }
}
