package vn.hue.earchive.search.index;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/** The one client of the search engine: a few connections, bounded waiting. */
@ApplicationScoped
class EngineClient {

    /** JSON of our own records; independent of how the HTTP interface writes JSON. */
    static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    @Produces
    @Singleton
    OpenSearchClient client(EngineConfig config) {
        URI url = config.url();
        HttpHost host = new HttpHost(url.getScheme(), url.getHost(), url.getPort());
        return new OpenSearchClient(
                ApacheHttpClient5TransportBuilder.builder(host)
                        .setMapper(new JacksonJsonpMapper(JSON))
                        .setConnectionConfigCallback(connection ->
                                connection
                                        .setConnectTimeout(Timeout.of(config.connectTimeout()))
                                        .setSocketTimeout(Timeout.of(config.responseTimeout())))
                        .setRequestConfigCallback(request ->
                                request.setResponseTimeout(Timeout.of(config.responseTimeout())))
                        .setHttpClientConfigCallback(http -> withCredentials(http, host, config))
                        .build());
    }

    void close(@Disposes OpenSearchClient client) throws IOException {
        client._transport().close();
    }

    private static HttpAsyncClientBuilder withCredentials(
            HttpAsyncClientBuilder http, HttpHost host, EngineConfig config) {
        if (config.username().isPresent()) {
            BasicCredentialsProvider credentials = new BasicCredentialsProvider();
            credentials.setCredentials(
                    new AuthScope(host),
                    new UsernamePasswordCredentials(
                            config.username().get(), config.password().orElse("").toCharArray()));
            http.setDefaultCredentialsProvider(credentials);
        }
        return http;
    }
}
