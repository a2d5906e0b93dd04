package io.dianmai.kpi.delivery.webhook;

import io.dianmai.kpi.delivery.Channel;
import io.dianmai.kpi.delivery.DeliverySettings;
import io.dianmai.kpi.delivery.OutgoingPost;
import java.net.InetAddress;
import java.time.Clock;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires webhooks and the guarded way out. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {
    private static final Resolver SYSTEM = InetAddress::getAllByName;

    @Bean
    AddressGuard addressGuard(DeliverySettings settings) {
        return new AddressGuard(settings.allowedNetworks());
    }

    @Bean
    AddressCheck addressCheck(AddressGuard guard) {
        return new AddressCheck(guard, SYSTEM);
    }

    @Bean
    OutgoingPost guardedPost(AddressGuard guard, DeliverySettings settings) {
        SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var connecting = new Connecting(tls, settings.connectTimeout(), settings.wholeTimeout());
        return new GuardedPost(guard, SYSTEM, connecting);
    }

    @Bean
    Channel webhookChannel(OutgoingPost guardedPost, AddressCheck addresses, Clock clock) {
        return new WebhookChannel(guardedPost, addresses, clock);
    }
}
