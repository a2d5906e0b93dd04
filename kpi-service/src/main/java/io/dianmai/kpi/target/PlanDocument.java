package io.dianmai.kpi.target;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Plans as documents. Figures and dates are text, which no store rounds; twelve figures are one text, because thousands
 * of plans are read for one answer and stores take their time over each field.
 */
final class PlanDocument {
    static final String ID = "_id";
    static final String STORE = "storeId";
    static final String YEAR = "year";
    static final String REVISION = "revision";
    static final String WHAT = "what";
    private static final String OWNER = "owner";
    private static final String VERSIONS = "versions";
    private static final String FROM = "effectiveFrom";
    private static final String MONTHS = "months";
    private static final String ENTERED = "entered";
    private static final String BY = "by";
    private static final String AT = "at";

    private PlanDocument() {}

    static Document of(Plan plan) {
        PlanKey key = plan.key();
        return new Document(ID, key.id())
                .append(STORE, key.storeId())
                .append(WHAT, key.what())
                .append(OWNER, key.owner().text())
                .append(YEAR, key.year())
                .append(REVISION, plan.revision())
                .append(VERSIONS, plan.versions().stream().map(PlanDocument::of).toList());
    }

    private static Document of(PlanVersion version) {
        Document document = new Document(FROM, version.effectiveFrom().toString())
                .append(ENTERED, version.entered())
                .append(BY, version.by())
                .append(AT, version.at().toString());
        version.months().ifPresent(months -> document.append(MONTHS, text(months)));
        return document;
    }

    static Plan plan(Document document) {
        PlanKey key = new PlanKey(
                document.getString(STORE),
                document.getString(WHAT),
                TargetOwner.parse(document.getString(OWNER)).orElseThrow(),
                document.getInteger(YEAR));
        return new Plan(
                key,
                document.getList(VERSIONS, Document.class).stream()
                        .map(PlanDocument::version)
                        .toList());
    }

    private static PlanVersion version(Document document) {
        @Nullable String months = document.getString(MONTHS);
        return new PlanVersion(
                LocalDate.parse(document.getString(FROM)),
                Optional.ofNullable(months).map(PlanDocument::figures),
                document.getString(ENTERED),
                document.getString(BY),
                Instant.parse(document.getString(AT)));
    }

    private static String text(List<BigDecimal> months) {
        return months.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(" "));
    }

    private static List<BigDecimal> figures(String text) {
        return Arrays.stream(text.split(" ")).map(BigDecimal::new).toList();
    }
}
