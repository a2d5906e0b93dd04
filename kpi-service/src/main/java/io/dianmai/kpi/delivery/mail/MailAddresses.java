package io.dianmai.kpi.delivery.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.regex.Pattern;

/** Tells mail addresses from what could do harm in a header or an SMTP command. */
final class MailAddresses {
    private static final int LONGEST = 254;
    /** No names, comments, quotes, lists or control characters, and a domain with a dot. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private MailAddresses() {}

    static boolean isOne(String text) {
        if (text.length() > LONGEST || !PLAIN.matcher(text).matches()) {
            return false;
        }
        try {
            new InternetAddress(text, true).validate();
            return true;
        } catch (AddressException none) {
            return false;
        }
    }
}
