package io.dianmai.kit.openapi;

import io.dianmai.contracts.EventJson;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A component of one of our records that may not be null is one that has to be there: in requests, and in answers. */
final class RecordsAsTheyAre implements ModelConverter {
    private static final String OURS = "io.dianmai.";
    private static final String SCHEMAS = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        Class<?> described = Json.mapper().constructType(type.getType()).getRawClass();
        if (resolved != null && described.isRecord() && described.getName().startsWith(OURS)) {
            requireWhatIsNeverNull(described, schemaItself(resolved, context));
        }
        return resolved;
    }

    private static @Nullable Schema<?> schemaItself(Schema<?> schema, ModelConverterContext context) {
        String reference = schema.get$ref();
        return reference == null ? schema : context.getDefinedModels().get(reference.substring(SCHEMAS.length()));
    }

    private static void requireWhatIsNeverNull(Class<?> described, @Nullable Schema<?> schema) {
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        for (RecordComponent component : described.getRecordComponents()) {
            boolean known = schema.getProperties().containsKey(component.getName());
            boolean said = schema.getRequired() != null && schema.getRequired().contains(component.getName());
            if (known && !said && !EventJson.optional(component)) {
                schema.addRequiredItem(component.getName());
            }
        }
    }
}
