package io.dianmai.contracts.schema;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The constraints on a record component, as keywords of JSON Schema. */
record Constraints(RecordComponent component) {

    void addTo(ObjectNode schema) {
        for (Annotation constraint : annotations()) {
            switch (constraint) {
                case NotBlank _ -> schema.put("minLength", 1).put("pattern", "\\S");
                case Size size -> size(schema, size);
                case Min min -> schema.put("minimum", min.value());
                case Max max -> schema.put("maximum", max.value());
                case Positive _ -> schema.put("minimum", 1);
                case PositiveOrZero _ -> schema.put("minimum", 0);
                default -> refuseUnmapped(constraint);
            }
        }
    }

    private List<Annotation> annotations() {
        AnnotatedElement accessor = component.getAccessor();
        return List.of(accessor.getAnnotations());
    }

    private void size(ObjectNode schema, Size size) {
        boolean text = component.getType() == String.class;
        if (size.min() > 0) {
            schema.put(text ? "minLength" : "minItems", size.min());
        }
        if (size.max() < Integer.MAX_VALUE) {
            schema.put(text ? "maxLength" : "maxItems", size.max());
        }
    }

    /** A constraint that the schema would leave out silently is worse than none. */
    private void refuseUnmapped(Annotation annotation) {
        if (annotation.annotationType().getPackageName().equals("jakarta.validation.constraints")) {
            throw new IllegalStateException(component + ": no keyword for " + annotation);
        }
    }
}
