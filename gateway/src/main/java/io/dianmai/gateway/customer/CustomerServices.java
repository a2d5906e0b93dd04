package io.dianmai.gateway.customer;

import io.dianmai.contracts.EventJson;
import io.dianmai.gateway.routing.RouteProperties;
import io.dianmai.kit.customer.Customer;
import io.dianmai.kit.customer.CustomerFiles;
import io.dianmai.kit.customer.CustomerFilesController;
import io.dianmai.kit.customer.CustomerFilesController.Erased;
import io.dianmai.kit.customer.HeldFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * All who hold something about customers: the services behind the routes, and the gateway with what they refused. The
 * sales side comes first, for it knows which leads are a phone's.
 */
@Component
class CustomerServices {
    private static final String SELF = "gateway";
    private static final String LEAD = "lead-service";
    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** It looks through whole collections. */
    private static final Duration ANSWER = Duration.ofMinutes(2);

    private final Map<String, URI> services = new LinkedHashMap<>();
    private final List<CustomerFiles> own;
    private final GatewayToken token;
    private final RestClient http;

    CustomerServices(RouteProperties routes, List<CustomerFiles> own, GatewayToken token) {
        this.services.put(LEAD, routes.lead());
        this.services.put("followup-service", routes.followup());
        this.services.put("aftersales-service", routes.aftersales());
        this.own = List.copyOf(own);
        this.token = token;
        this.http = RestClient.builder().requestFactory(requests()).build();
    }

    private static JdkClientHttpRequestFactory requests() {
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build());
        factory.setReadTimeout(ANSWER);
        return factory;
    }

    List<String> names() {
        return Stream.concat(services.keySet().stream(), Stream.of(SELF)).toList();
    }

    /**
     * The customer with all leads that are known to be his.
     *
     * @throws ServiceAway when nobody can tell now
     */
    Customer trace(Customer customer) {
        return ask(LEAD, "/trace", customer, Customer.class);
    }

    /**
     * By service all that it holds, in clear.
     *
     * @throws ServiceAway when one of them does not answer: a part would look like all
     */
    Map<String, JsonNode> export(Customer customer) {
        Map<String, JsonNode> held = new LinkedHashMap<>();
        services.keySet()
                .forEach(service -> held.put(
                        service,
                        ask(service, "/export", customer, JsonNode.class).path("files")));
        List<HeldFile> here =
                own.stream().flatMap(part -> part.export(customer).stream()).toList();
        held.put(SELF, EventJson.MAPPER.valueToTree(here));
        return held;
    }

    /**
     * Makes one of them forget the customer.
     *
     * @return how many documents had something to be forgotten
     * @throws ServiceAway when it does not answer
     */
    int erase(String service, Customer customer) {
        return service.equals(SELF)
                ? own.stream().mapToInt(part -> part.erase(customer)).sum()
                : ask(service, "/erasure", customer, Erased.class).documents();
    }

    private <T> T ask(String service, String what, Customer customer, Class<T> answer) {
        URI address = services.get(service);
        if (address == null) {
            throw new IllegalArgumentException("no service " + service);
        }
        try {
            byte[] body = http.post()
                    .uri(address.resolve(CustomerFilesController.PATH + what))
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + token.mint())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(EventJson.MAPPER.writeValueAsBytes(customer))
                    .retrieve()
                    .body(byte[].class);
            return EventJson.MAPPER.readValue(body == null ? new byte[0] : body, answer);
        } catch (RestClientException | JacksonException failed) {
            throw new ServiceAway(service, failed);
        }
    }
}
