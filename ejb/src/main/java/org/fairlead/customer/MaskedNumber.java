package org.fairlead.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

/**
 * How much of a telephone number is shown to those who need not know it: country code, first digit and the last two,
 * enough to recognise, too little to dial: {@code +39 3•• ••• •• 71}.
 */
public final class MaskedNumber {

    private static final char BULLET = '•';
    private static final int SHORT = 5;

    private MaskedNumber() {}

    /** How much is shown, as a client's policy for a site says. */
    public enum Shown {
        WHOLE,
        ENDS,
        LAST_TWO,
        NOTHING
    }

    public static String of(String number, Shown shown) {
        return switch (shown) {
            case WHOLE -> number;
            case ENDS -> of(number);
            case LAST_TWO -> hidden(Math.max(1, number.length() - 3))
                    + number.substring(Math.max(0, number.length() - 2));
            case NOTHING -> hidden(SHORT);
        };
    }

    /** @param shown as the database has it */
    public static String of(String number, String shown) {
        return of(number, Shown.valueOf(shown));
    }

    /** @param number in international form ({@code +393471234571}); anything else is hidden whole */
    public static String of(String number) {
        int countryCode;
        try {
            countryCode = PhoneNumberUtil.getInstance().parse(number, null).getCountryCode();
        } catch (NumberParseException e) {
            return hidden(number.length());
        }
        String digits = number.replaceAll("[^0-9]", "");
        String code = Integer.toString(countryCode);
        String national = digits.startsWith(code) ? digits.substring(code.length()) : digits;
        return "+" + code + " " + grouped(national);
    }

    private static String grouped(String national) {
        if (national.length() < SHORT) {
            return hidden(national.length());
        }
        StringBuilder shown = new StringBuilder();
        int head = national.length() - 2;
        for (int i = 0; i < head; i++) {
            if (i > 0 && i % 3 == 0) {
                shown.append(' ');
            }
            shown.append(i == 0 ? national.charAt(0) : BULLET);
        }
        return shown.append(' ').append(national.substring(head)).toString();
    }

    private static String hidden(int length) {
        return String.valueOf(BULLET).repeat(Math.max(1, length));
    }
}
