package vn.hue.earchive.document.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.SocketFactory;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One call of a webhook, signed as the Standard Webhooks specification has it: {@code webhook-id},
 * {@code webhook-timestamp} (seconds of the epoch) and {@code webhook-signature: v1,} with the
 * Base64 of HMAC-SHA256 over {@code id.timestamp.body}. Follows no redirect, uses no proxy, reads a
 * few KB of the answer, and connects only where {@link Destinations} lets it: the address is looked
 * at by the socket that is about to connect to it.
 */
final class WebhookCall {

    private static final int MAX_ANSWER = 4096;
    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient client;

    WebhookCall(Destinations destinations, Duration limit) {
        this.client =
                new OkHttpClient.Builder()
                        .dns(new GuardedNames(destinations))
                        .socketFactory(new GuardedSockets(destinations))
                        .proxy(Proxy.NO_PROXY)
                        .protocols(List.of(Protocol.HTTP_1_1))
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .retryOnConnectionFailure(false)
                        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                        .callTimeout(limit)
                        .connectTimeout(limit)
                        .readTimeout(limit)
                        .writeTimeout(limit)
                        .build();
    }

    /**
     * What a call came to.
     *
     * @param status null when there was no answer
     * @param error why there was none, without names or addresses
     * @param answer the first few KB
     */
    record Outcome(@Nullable Integer status, @Nullable String error, String answer) {

        boolean isGood() {
            return status != null && status / 100 == 2;
        }
    }

    Outcome post(String url, UUID messageId, Instant at, byte[] secret, String body) {
        String timestamp = Long.toString(at.getEpochSecond());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Request request =
                new Request.Builder()
                        .url(url)
                        .header("User-Agent", "earchive-webhook/1")
                        .header("webhook-id", messageId.toString())
                        .header("webhook-timestamp", timestamp)
                        .header(
                                "webhook-signature",
                                "v1," + signature(secret, messageId + "." + timestamp + "." + body))
                        .post(RequestBody.create(bytes, JSON))
                        .build();
        try (Response response = client.newCall(request).execute();
                InputStream in = response.body().byteStream()) {
            String answer = new String(in.readNBytes(MAX_ANSWER), StandardCharsets.UTF_8);
            return new Outcome(response.code(), null, answer);
        } catch (AddressRefused | UnknownHostException e) {
            return new Outcome(null, "ADDRESS_REFUSED_OR_UNKNOWN", "");
        } catch (InterruptedIOException e) {
            return new Outcome(null, "TIMED_OUT", "");
        } catch (SSLException e) {
            return new Outcome(null, "TLS_FAILED", "");
        } catch (IOException | IllegalArgumentException e) {
            return new Outcome(null, "NO_CONNECTION", "");
        }
    }

    /** Base64 of HMAC-SHA256. */
    static String signature(byte[] secret, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address is one that no webhook may reach. */
    static final class AddressRefused extends IOException {
        AddressRefused() {
            super("address refused");
        }
    }

    private record GuardedNames(Destinations destinations) implements Dns {
        @Override
        public List<InetAddress> lookup(String hostname) throws UnknownHostException {
            return destinations.addresses(hostname);
        }
    }

    /** The last look: an address written as digits is never resolved, but it is connected to. */
    private static final class GuardedSockets extends SocketFactory {

        private final Destinations destinations;

        GuardedSockets(Destinations destinations) {
            this.destinations = destinations;
        }

        @Override
        public Socket createSocket() {
            return new Socket() {
                @Override
                public void connect(SocketAddress endpoint, int timeout) throws IOException {
                    if (!(endpoint instanceof InetSocketAddress where)
                            || where.getAddress() == null
                            || !destinations.mayReach(where.getAddress())) {
                        throw new AddressRefused();
                    }
                    super.connect(endpoint, timeout);
                }

                @Override
                public void connect(SocketAddress endpoint) throws IOException {
                    connect(endpoint, 0);
                }
            };
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(
                InetAddress address, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }
    }
}
