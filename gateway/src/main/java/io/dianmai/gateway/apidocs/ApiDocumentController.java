package io.dianmai.gateway.apidocs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documents, for everybody: who integrates reads before he has an account. */
@RestController
class ApiDocumentController {
    private static final String YAML = "application/yaml";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final CacheControl SHORTLY = CacheControl.maxAge(ApiDocuments.FRESH);

    private final ApiDocuments documents;
    private final OpenApiWebMvcResource own;
    private final Resource events = new ClassPathResource("asyncapi.json");

    ApiDocumentController(ApiDocuments documents, OpenApiWebMvcResource own) {
        this.documents = documents;
        this.own = own;
    }

    @GetMapping(
            path = {"/api/openapi", "/api/openapi.json"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "This document: everything that the platform answers to, as OpenAPI 3.1",
            description = "Also as YAML, by `Accept: application/yaml` or at `/api/openapi.yaml`.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The document",
                            content = @Content(mediaType = "application/json", schema = @Schema(type = "object"))))
    ResponseEntity<byte[]> json(HttpServletRequest request) {
        return answer(documents.document(() -> own(request)).json(), MediaType.APPLICATION_JSON_VALUE);
    }

    @GetMapping(
            path = {"/api/openapi", "/api/openapi.yaml"},
            produces = YAML)
    @Operation(hidden = true)
    ResponseEntity<byte[]> yaml(HttpServletRequest request) {
        return answer(documents.document(() -> own(request)).yaml(), YAML);
    }

    @GetMapping(path = "/api/asyncapi", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The events on the platform's topics, as AsyncAPI 3",
            description = "For whoever reads the topics; facts are told over HTTP.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The document",
                            content = @Content(mediaType = "application/json", schema = @Schema(type = "object"))))
    ResponseEntity<Resource> events() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .contentType(MediaType.APPLICATION_JSON)
                .body(events);
    }

    private JsonNode own(HttpServletRequest request) {
        try {
            return MAPPER.readTree(own.openapiJson(request, "/openapi", Locale.ENGLISH));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ResponseEntity<byte[]> answer(String text, String type) {
        byte[] document = text.getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .cacheControl(SHORTLY)
                .eTag('"' + DigestUtils.md5DigestAsHex(document) + '"')
                .contentType(MediaType.parseMediaType(type))
                .body(document);
    }
}
