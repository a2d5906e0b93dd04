package io.dianmai.kit.openapi;

import io.dianmai.contracts.EventJson;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotBlank;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * A component of one of our records that may not be null is one that has to be there: in requests, and in answers. What may
 * not be blank is neither empty nor blank.
 */
final class RecordsAsTheyAre implements ModelConverter {
    private static final String OURS = "io.dianmai.";
    private static final String NOT_BLANK = "\\S";
    private static final String SCHEMAS = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        Class<?> described = Json.mapper().constructType(type.getType()).getRawClass();
        if (resolved != null && described.isRecord() && described.getName().startsWith(OURS)) {
            sayOf(described, schemaItself(resolved, context));
        }
        return resolved;
    }

    private static @Nullable Schema<?> schemaItself(Schema<?> schema, ModelConverterContext context) {
        String reference = schema.get$ref();
        return reference == null ? schema : context.getDefinedModels().get(reference.substring(SCHEMAS.length()));
    }

    private static void sayOf(Class<?> described, @Nullable Schema<?> schema) {
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        for (RecordComponent component : described.getRecordComponents()) {
            Schema<?> property = schema.getProperties().get(component.getName());
            if (property != null) {
                requireWhatIsNeverNull(component, schema);
                ruleOutBlanks(component, property);
            }
        }
    }

    private static void requireWhatIsNeverNull(RecordComponent component, Schema<?> schema) {
        boolean said = schema.getRequired() != null && schema.getRequired().contains(component.getName());
        if (!said && !EventJson.optional(component)) {
            schema.addRequiredItem(component.getName());
        }
    }

    private static void ruleOutBlanks(RecordComponent component, Schema<?> property) {
        if (component.getAnnotatedType().isAnnotationPresent(NotBlank.class) && property.getPattern() == null) {
            property.setMinLength(1);
            property.setPattern(NOT_BLANK);
        }
    }
}
