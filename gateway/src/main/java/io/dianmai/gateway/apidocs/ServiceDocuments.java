package io.dianmai.gateway.apidocs;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documents that the services behind the door make of their code. */
final class ServiceDocuments {
    /** Where every service has its own; not an address of the door's. */
    private static final String PATH = "/openapi";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final RestClient http;
    private final Map<String, URI> services;

    ServiceDocuments(RestClient http, Map<String, URI> services) {
        this.http = http;
        this.services = Map.copyOf(services);
    }

    /**
     * All of them, by the name of the service.
     *
     * @throws org.springframework.web.client.RestClientException when one does not answer
     */
    Map<String, JsonNode> fetch() {
        Map<String, JsonNode> documents = new TreeMap<>();
        services.forEach((name, address) -> documents.put(name, fetch(address)));
        return documents;
    }

    private JsonNode fetch(URI address) {
        return MAPPER.readTree(http.get().uri(address.resolve(PATH)).retrieve().requiredBody(byte[].class));
    }
}
