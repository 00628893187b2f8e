package org.fairlead.launcher.sandbox;

/** What the sandbox thinks of a card. It looks at the digits and forgets them: there is no field that holds them. */
enum Card {
    TAKEN,
    DECLINED,
    MISTYPED;

    private static final String DECLINED_END = "0002";

    /** Digits that are no card's by their check digit are mistyped; those that end with 0002 are declined. */
    static Card judged(String typed) {
        String digits = typed.replaceAll("[\\s-]", "");
        if (!digits.matches("[0-9]{13,19}") || !checks(digits)) {
            return MISTYPED;
        }
        return digits.endsWith(DECLINED_END) ? DECLINED : TAKEN;
    }

    /** ISO/IEC 7812-1, annex B. */
    private static boolean checks(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}
