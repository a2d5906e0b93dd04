package io.dianmai.kit.personal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 公民身份号码, as GB 11643 has it: six digits of the place, eight of the date of birth, three to tell apart, and one
 * character that checks the others (ISO 7064, MOD 11-2).
 */
final class IdNumbers {
    private static final Pattern FILLERS = Pattern.compile("[\\s\\p{Pd}]");
    private static final Pattern FORM = Pattern.compile("[1-9]\\d{16}[0-9X]");
    private static final String CHECKS = "10X98765432";
    private static final LocalDate EARLIEST = LocalDate.of(1850, 1, 1);
    private static final int BIRTH = 6;
    private static final int BIRTH_END = 14;
    private static final int LAST = 17;

    private IdNumbers() {}

    /** The 18 characters; empty when they are no ID number. */
    static Optional<String> normalise(String text) {
        String bare = FILLERS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        return Optional.of(bare)
                .filter(FORM.asMatchPredicate())
                .filter(IdNumbers::hasBirthday)
                .filter(IdNumbers::checks);
    }

    private static boolean hasBirthday(String number) {
        try {
            LocalDate born = LocalDate.parse(number.substring(BIRTH, BIRTH_END), DateTimeFormatter.BASIC_ISO_DATE);
            return !born.isBefore(EARLIEST);
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    private static boolean checks(String number) {
        int sum = 0;
        int weight = 1;
        for (int place = LAST - 1; place >= 0; place--) {
            weight = weight * 2 % 11;
            sum += weight * (number.charAt(place) - '0');
        }
        return number.charAt(LAST) == CHECKS.charAt(sum % 11);
    }
}
