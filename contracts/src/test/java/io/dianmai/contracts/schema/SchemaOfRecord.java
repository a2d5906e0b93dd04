package io.dianmai.contracts.schema;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigPart;
import com.github.victools.jsonschema.generator.SchemaGeneratorGeneralConfigPart;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.TypeScope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.EventTypes;
import io.dianmai.contracts.Personal;
import io.dianmai.contracts.fact.StoreFact;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Derives the JSON Schema of event data from its record. */
final class SchemaOfRecord {
    /** Wider whole numbers lose digits in JavaScript and other readers of JSON numbers as doubles. */
    private static final long WIDEST = (1L << 53) - 1;

    private static final String LOCAL_TIME = "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?$";

    private final SchemaGenerator open = generator(false);
    private final SchemaGenerator closed = generator(true);

    ObjectNode of(Class<? extends EventData> type) {
        boolean fact = StoreFact.class.isAssignableFrom(type);
        ObjectNode generated = (fact ? closed : open).generateSchema(type);
        ObjectNode schema = EventJson.MAPPER.createObjectNode();
        schema.set("$schema", generated.get("$schema"));
        schema.put("$id", "urn:dianmai:schema:" + EventTypes.nameOf(type));
        schema.put("title", EventTypes.nameOf(type));
        schema.setAll(generated);
        schema.findParents("anyOf").forEach(parent -> nullableEnum((ObjectNode) parent));
        return schema;
    }

    /** One enum that has null among its values, instead of a choice: a wrong value then gets one verdict, not three. */
    private static void nullableEnum(ObjectNode schema) {
        JsonNode constants = schema.remove("anyOf").get(1);
        schema.putArray("type").add("string").add("null");
        schema.putArray("enum").addAll((ArrayNode) constants.get("enum")).addNull();
    }

    private static SchemaGenerator generator(boolean closed) {
        var config = new SchemaGeneratorConfigBuilder(
                        EventJson.MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(
                        Option.INLINE_ALL_SCHEMAS,
                        Option.STANDARD_FORMATS,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                        Option.ENUM_KEYWORD_FOR_SINGLE_VALUES);
        types(config.forTypesInGeneral(), closed);
        fields(config.forFields());
        return new SchemaGenerator(config.build());
    }

    private static void types(SchemaGeneratorGeneralConfigPart types, boolean closed) {
        types.withPropertySorter((one, other) -> position(one) - position(other));
        types.withAdditionalPropertiesResolver(
                (TypeScope scope) -> closed && isRecord(scope.getType()) ? Void.class : (Type) null);
        types.withTypeAttributeOverride((schema, scope, context) -> {
            if (scope.getType().isInstanceOf(Map.class)) {
                schema.set(
                        "propertyNames", keys(scope.getContext().getTypeParameterFor(scope.getType(), Map.class, 0)));
            }
            if (scope.getType().getErasedType() == LocalTime.class) {
                // The format "time" wants an offset, which the local time of a store has not.
                schema.remove("format");
                schema.put("pattern", LOCAL_TIME);
            }
        });
    }

    private static void fields(SchemaGeneratorConfigPart<FieldScope> fields) {
        fields.withRequiredCheck(field -> !EventJson.optional(component(field)));
        fields.withNullableCheck(field -> !field.isFakeContainerItemScope() && EventJson.optional(component(field)));
        fields.withArrayUniqueItemsResolver(field -> field.getType().isInstanceOf(Set.class) ? Boolean.TRUE : null);
        fields.withInstanceAttributeOverride((schema, field, context) -> {
            if (!field.isFakeContainerItemScope()) {
                bounds(schema, field.getType().getErasedType());
                new Constraints(component(field)).addTo(schema);
                personal(schema, component(field).getAnnotation(Personal.class));
            }
        });
    }

    private static void bounds(ObjectNode schema, Class<?> type) {
        if (type == long.class) {
            schema.put("minimum", -WIDEST).put("maximum", WIDEST);
        } else if (type == int.class) {
            schema.put("minimum", Integer.MIN_VALUE).put("maximum", Integer.MAX_VALUE);
        }
    }

    private static void personal(ObjectNode schema, @Nullable Personal personal) {
        if (personal != null) {
            schema.put("x-personal", personal.value().name());
        }
    }

    private static JsonNode keys(@Nullable ResolvedType key) {
        ObjectNode names = EventJson.MAPPER.createObjectNode();
        if (key == null) {
            return names;
        }
        if (key.isInstanceOf(Enum.class)) {
            var constants = names.putArray("enum");
            Arrays.stream(key.getErasedType().getEnumConstants())
                    .forEach(constant -> constants.add(((Enum<?>) constant).name()));
        } else if (key.getErasedType() == LocalDate.class) {
            names.put("format", "date");
        }
        return names;
    }

    private static boolean isRecord(ResolvedType type) {
        return type.getErasedType().isRecord();
    }

    private static int position(MemberScope<?, ?> member) {
        return member instanceof FieldScope field
                ? Arrays.asList(field.getRawMember().getDeclaringClass().getRecordComponents())
                        .indexOf(component(field))
                : -1;
    }

    private static RecordComponent component(FieldScope field) {
        return Arrays.stream(field.getRawMember().getDeclaringClass().getRecordComponents())
                .filter(component ->
                        component.getName().equals(field.getRawMember().getName()))
                .findFirst()
                .orElseThrow();
    }
}
