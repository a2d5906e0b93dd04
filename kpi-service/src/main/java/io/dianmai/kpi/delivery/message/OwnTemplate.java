package io.dianmai.kpi.delivery.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What headquarters have made of a template.
 *
 * @param text absent when they have gone back to the one that ships
 * @param revision grows by one with each change
 * @param by who changed it last
 */
public record OwnTemplate(TemplateKey key, @Nullable TemplateText text, int revision, String by, Instant at) {}
