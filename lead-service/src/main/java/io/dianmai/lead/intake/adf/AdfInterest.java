package io.dianmai.lead.intake.adf;

import io.dianmai.contracts.Fen;
import io.dianmai.contracts.lead.Interest;
import io.dianmai.contracts.lead.PaymentMethod;
import io.dianmai.contracts.lead.PurchaseTime;
import io.dianmai.lead.intake.adf.AdfVerdict.Remark;
import io.dianmai.lead.intake.sheet.Amounts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a prospect wants: the vehicle, how it is to be paid for and when, and what is to be traded in. */
final class AdfInterest {
    private static final int LONGEST_MODEL = 100;
    private static final int LONGEST_COLOUR = 50;
    /** What the customer has and would give away. */
    private static final Set<String> TRADE_IN = Set.of("trade-in", "trade_in", "tradein", "sell");

    private final AdfNode prospect;
    private final Instant requested;
    private final ZoneId zone;
    private final List<Remark> notes;

    /**
     * Of a prospect.
     *
     * @param notes where it is told what was left out
     */
    AdfInterest(AdfNode prospect, Instant requested, ZoneId zone, List<Remark> notes) {
        this.prospect = prospect;
        this.requested = requested;
        this.zone = zone;
        this.notes = notes;
    }

    Interest read() {
        List<AdfNode> wanted = vehicles(false);
        AdfNode vehicle = wanted.isEmpty() ? null : wanted.getFirst();
        if (wanted.size() > 1) {
            note(wanted.get(1).path(), "vehicle-left-out", "A lead is about one vehicle: the first one was taken.");
        }
        AdfNode tradeIn = vehicles(true).stream().findFirst().orElse(null);
        return new Interest(
                vehicle == null ? null : model(vehicle),
                vehicle == null ? null : colour(vehicle),
                null,
                vehicle == null ? null : price(vehicle),
                vehicle == null ? null : payment(vehicle),
                tradeIn == null ? null : true,
                tradeIn == null ? null : model(tradeIn),
                null,
                null,
                purchaseTime(),
                null);
    }

    private List<AdfNode> vehicles(boolean tradeIn) {
        return prospect.children("vehicle")
                .filter(vehicle -> isTradeIn(vehicle) == tradeIn)
                .toList();
    }

    private static boolean isTradeIn(AdfNode vehicle) {
        return TRADE_IN.contains(vehicle.attribute("interest"));
    }

    /** Make, model and trim; of a used vehicle the year too, for it is another thing every year. */
    private @Nullable String model(AdfNode vehicle) {
        boolean used = vehicle.attribute("status").equals("used") || isTradeIn(vehicle);
        String model = Stream.of(
                        used ? vehicle.textOf("year") : Optional.<String>empty(),
                        make(vehicle),
                        vehicle.textOf("model"),
                        vehicle.textOf("trim"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return model.isEmpty() ? null : cut(model, LONGEST_MODEL, vehicle);
    }

    /** Many senders say the make once more in the model. */
    private static Optional<String> make(AdfNode vehicle) {
        String model = vehicle.textOf("model").orElse("");
        return vehicle.textOf("make").filter(make -> !model.regionMatches(true, 0, make, 0, make.length()));
    }

    private @Nullable String colour(AdfNode vehicle) {
        return vehicle.textOf("colorcombination", "exteriorcolor")
                .map(colour -> cut(colour, LONGEST_COLOUR, vehicle))
                .orElse(null);
    }

    private @Nullable Long price(AdfNode vehicle) {
        AdfNode price = vehicle.children("price")
                .filter(one -> !one.text().isEmpty())
                .findFirst()
                .orElse(null);
        if (price == null) {
            return null;
        }
        String currency = price.attribute("currency");
        boolean yuan = currency.isEmpty() || currency.equals("cny") || currency.equals("rmb");
        BigDecimal fen = yuan ? Amounts.fen(price.text()).orElse(null) : null;
        if (fen == null || fen.signum() < 0 || fen.compareTo(BigDecimal.valueOf(Fen.MAX)) > 0) {
            note(price.path(), "price-left-out", "It is no amount in yuan.");
            return null;
        }
        return fen.longValueExact();
    }

    private static @Nullable PaymentMethod payment(AdfNode vehicle) {
        return switch (vehicle.textOf("finance", "method").orElse("").toLowerCase(Locale.ROOT)) {
            case "cash" -> PaymentMethod.CASH;
            case "finance", "loan" -> PaymentMethod.INSTALMENTS;
            case "lease" -> PaymentMethod.LEASE;
            default -> vehicle.attribute("interest").equals("lease") ? PaymentMethod.LEASE : null;
        };
    }

    private @Nullable PurchaseTime purchaseTime() {
        return Stream.of("latestdate", "earliestdate")
                .flatMap(date -> prospect.textOf("customer", "timeframe", date).stream())
                .flatMap(date -> AdfMoments.parse(date, zone).stream())
                .findFirst()
                .map(date -> within(Duration.between(requested, date).toDays()))
                .orElse(null);
    }

    private static PurchaseTime within(long days) {
        if (days <= 7) {
            return PurchaseTime.WITHIN_A_WEEK;
        }
        if (days <= 31) {
            return PurchaseTime.WITHIN_A_MONTH;
        }
        if (days <= 92) {
            return PurchaseTime.WITHIN_THREE_MONTHS;
        }
        return days <= 184 ? PurchaseTime.WITHIN_SIX_MONTHS : PurchaseTime.LATER;
    }

    private String cut(String text, int most, AdfNode vehicle) {
        if (text.length() <= most) {
            return text;
        }
        note(vehicle.path(), "text-cut-off", "Only the first " + most + " characters were kept.");
        return text.substring(0, most);
    }

    private void note(String place, String code, String detail) {
        notes.add(new Remark(place, code, detail));
    }
}
