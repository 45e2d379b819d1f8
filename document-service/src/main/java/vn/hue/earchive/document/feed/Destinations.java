package vn.hue.earchive.document.feed;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where webhooks may go: public addresses, and the private networks that the operator has allowed.
 * Asked when a webhook is registered and, because a name may mean something else by then, again for
 * each connection with the very address that is connected to.
 */
final class Destinations {

    /** How a name becomes addresses. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** Not for the public Internet: IANA's special-purpose registries. */
    private static final List<Network> SPECIAL =
            Stream.of(
                            "0.0.0.0/8",
                            "10.0.0.0/8",
                            "100.64.0.0/10",
                            "127.0.0.0/8",
                            "169.254.0.0/16",
                            "172.16.0.0/12",
                            "192.0.0.0/24",
                            "192.0.2.0/24",
                            "192.88.99.0/24",
                            "192.168.0.0/16",
                            "198.18.0.0/15",
                            "198.51.100.0/24",
                            "203.0.113.0/24",
                            "224.0.0.0/3",
                            "::/96",
                            "::1/128",
                            "64:ff9b:1::/48",
                            "100::/64",
                            "2001::/23",
                            "2001:db8::/32",
                            "3fff::/20",
                            "5f00::/16",
                            "fc00::/7",
                            "fe80::/10",
                            "fec0::/10",
                            "ff00::/8")
                    .map(Network::of)
                    .toList();

    private static final Network NAT64 = Network.of("64:ff9b::/96");
    private static final Network SIX_TO_FOUR = Network.of("2002::/16");

    private final List<Network> allowed;
    private final Resolver resolver;

    Destinations(List<String> allowed, Resolver resolver) {
        this.allowed = allowed.stream().map(Network::of).toList();
        this.resolver = resolver;
    }

    /** Whether a connection to this address may be opened. */
    boolean mayReach(InetAddress address) {
        return isAllowed(address) || !isSpecial(address.getAddress());
    }

    private boolean isAllowed(InetAddress address) {
        return allowed.stream().anyMatch(n -> n.contains(address));
    }

    private static boolean isSpecial(byte[] address) {
        if (SPECIAL.stream().anyMatch(n -> n.contains(address))) {
            return true;
        }
        // These carry an IPv4 address inside, which a gateway would unpack.
        if (NAT64.contains(address)) {
            return isSpecial(Arrays.copyOfRange(address, 12, 16));
        }
        return SIX_TO_FOUR.contains(address) && isSpecial(Arrays.copyOfRange(address, 2, 6));
    }

    /**
     * The addresses of a name that may be reached.
     *
     * @throws UnknownHostException when there is none, or when one of them may not: a name that
     *     means a private address besides is not trusted at all
     */
    List<InetAddress> addresses(String host) throws UnknownHostException {
        List<InetAddress> all = List.of(resolver.resolve(host));
        if (all.isEmpty() || !all.stream().allMatch(this::mayReach)) {
            throw new UnknownHostException("no address that may be reached");
        }
        return all;
    }

    /**
     * What is wrong with an address that a caller registers, as a code of the findings: {@code
     * WEBHOOK_URL}, {@code WEBHOOK_NEEDS_HTTPS}, {@code WEBHOOK_HOST_UNKNOWN} or {@code
     * WEBHOOK_ADDRESS_REFUSED}; empty when it is good.
     */
    Optional<String> finding(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return Optional.of("WEBHOOK_URL");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (!(scheme.equals("https") || scheme.equals("http"))
                || host == null
                || uri.getRawUserInfo() != null
                || uri.getRawFragment() != null) {
            return Optional.of("WEBHOOK_URL");
        }
        InetAddress[] found;
        try {
            found = resolver.resolve(host.replaceAll("^\\[|\\]$", ""));
        } catch (UnknownHostException e) {
            return Optional.of("WEBHOOK_HOST_UNKNOWN");
        }
        if (found.length == 0 || !Stream.of(found).allMatch(this::mayReach)) {
            return Optional.of("WEBHOOK_ADDRESS_REFUSED");
        }
        return scheme.equals("http") && !Stream.of(found).allMatch(this::isAllowed)
                ? Optional.of("WEBHOOK_NEEDS_HTTPS")
                : Optional.empty();
    }
}
