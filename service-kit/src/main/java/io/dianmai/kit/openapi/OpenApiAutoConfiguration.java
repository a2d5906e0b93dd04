package io.dianmai.kit.openapi;

import io.dianmai.kit.security.Viewer;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.JsonNode;

/** What springdoc cannot see in the code of controllers. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class OpenApiAutoConfiguration {
    private static final String PROBLEM = "#/components/schemas/Problem";

    static {
        // Comes from the token, not from the caller's parameters.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Viewer.class);
        // Any JSON, and what the platform's document has of its own.
        SpringDocUtils.getConfig().replaceWithSchema(JsonNode.class, new Schema<>());
        SpringDocUtils.getConfig().replaceWithSchema(ProblemDetail.class, new Schema<>().$ref(PROBLEM));
    }

    @Bean
    ModelConverter recordsAsTheyAre() {
        return new RecordsAsTheyAre();
    }
}
