package vn.hue.earchive.document.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where webhooks may go, also when a name changes its meaning. */
class DestinationsTest {

    private static InetAddress[] addresses(String... texts) {
        try {
            InetAddress[] all = new InetAddress[texts.length];
            for (int i = 0; i < texts.length; i++) {
                all[i] = InetAddress.getByName(texts[i]);
            }
            return all;
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * DNS rebinding: public when it is registered, the receiver's loopback address when it is
     * called. Red when only the registration looks, or when the name is resolved once to look and
     * once to connect.
     */
    @Test
    void aNameThatMeansSomethingElseWhenItIsCalledIsNotCalled() {
        AtomicInteger asked = new AtomicInteger();
        Destinations destinations =
                new Destinations(
                        List.of(),
                        host ->
                                asked.getAndIncrement() == 0
                                        ? addresses("93.184.215.14")
                                        : addresses("127.0.0.1"));
        try (Receiver receiver = new Receiver()) {
            String url = "http://rebinding.example:" + receiver.port() + "/hook";
            assertThat(destinations.finding(url.replace("http:", "https:"))).isEmpty();

            WebhookCall.Outcome outcome = post(destinations, url);

            assertThat(outcome.status()).isNull();
            assertThat(outcome.error()).isEqualTo("ADDRESS_REFUSED_OR_UNKNOWN");
            assertThat(receiver.calls).isEmpty();
        }
    }

    /** Red without the look of the socket: an address in digits is never resolved. */
    @Test
    void anAddressInDigitsIsLookedAtWhenItIsConnectedTo() {
        Destinations destinations = new Destinations(List.of(), InetAddress::getAllByName);
        try (Receiver receiver = new Receiver()) {
            WebhookCall.Outcome outcome = post(destinations, receiver.url());
            assertThat(outcome.status()).isNull();
            assertThat(receiver.calls).isEmpty();
            Destinations allowed =
                    new Destinations(List.of("127.0.0.0/8"), InetAddress::getAllByName);
            assertThat(post(allowed, receiver.url()).status()).isIn(200, 204);
        }
    }

    /** Red when one good address is enough. */
    @Test
    void aNameWithOnePrivateAddressAmongOthersIsRefused() {
        Destinations destinations =
                new Destinations(List.of(), host -> addresses("93.184.215.14", "10.0.0.1"));
        assertThat(destinations.finding("https://mixed.example/x"))
                .contains("WEBHOOK_ADDRESS_REFUSED");
    }

    private static WebhookCall.Outcome post(Destinations destinations, String url) {
        return new WebhookCall(destinations, Duration.ofSeconds(5))
                .post(
                        url,
                        UUID.randomUUID(),
                        Instant.EPOCH,
                        new byte[24],
                        "{\"type\":\"webhook.challenge\",\"data\":{\"challenge\":\"x\"}}");
    }

    @ParameterizedTest
    @CsvSource({
        "10.57.0.0/16, 10.57.255.1, true",
        "10.57.0.0/16, 10.58.0.1, false",
        "10.57.128.0/17, 10.57.127.255, false",
        "10.57.128.0/17, 10.57.128.1, true",
        "0.0.0.0/0, 8.8.8.8, true",
        "fd00::/8, fd12::1, true",
        "fd00::/8, fc00::1, false",
        "10.0.0.0/8, fd00::1, false",
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false"
    })
    void knowsItsNetworks(String network, String address, boolean inside) {
        assertThat(Network.of(network).contains(addresses(address)[0])).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, true",
        "2606:4700::1111, true",
        "64:ff9b::808:808, true",
        "64:ff9b::a00:1, false",
        "2002:808:808::, true",
        "2002:c0a8:101::, false",
        "172.15.0.1, true",
        "172.32.0.1, true",
        "172.31.255.255, false",
        "255.255.255.255, false",
        "::, false"
    })
    void tellsPublicFromPrivate(String address, boolean reachable) {
        assertThat(
                        new Destinations(List.of(), InetAddress::getAllByName)
                                .mayReach(addresses(address)[0]))
                .isEqualTo(reachable);
    }
}
