package io.dianmai.kpi.target;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Plans as documents; figures and dates as text, which no store rounds. */
final class PlanDocument {
    static final String ID = "_id";
    static final String STORE = "storeId";
    static final String YEAR = "year";
    static final String REVISION = "revision";
    private static final String WHAT = "what";
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
        version.months()
                .ifPresent(months -> document.append(
                        MONTHS, months.stream().map(BigDecimal::toPlainString).toList()));
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
        @Nullable List<String> months = document.getList(MONTHS, String.class);
        return new PlanVersion(
                LocalDate.parse(document.getString(FROM)),
                Optional.ofNullable(months)
                        .map(figures -> figures.stream().map(BigDecimal::new).toList()),
                document.getString(ENTERED),
                document.getString(BY),
                Instant.parse(document.getString(AT)));
    }
}
