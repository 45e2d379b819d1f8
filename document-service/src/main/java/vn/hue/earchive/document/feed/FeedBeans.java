package vn.hue.earchive.document.feed;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;

@Dependent
class FeedBeans {

    @Produces
    @Singleton
    Destinations destinations(FeedConfig config) {
        return new Destinations(
                config.allowedNetworks().orElse(List.of()), InetAddress::getAllByName);
    }

    @Produces
    @Singleton
    WebhookCall webhookCall(Destinations destinations, FeedConfig config) {
        return new WebhookCall(destinations, config.callLimit());
    }
}
