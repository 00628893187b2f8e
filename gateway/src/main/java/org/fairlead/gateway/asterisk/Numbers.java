package org.fairlead.gateway.asterisk;

/** Numbers as a carrier writes them, made international. */
final class Numbers {

    /** What stands for a number that is withheld. */
    static final String WITHHELD = "anonymous";

    private Numbers() {}

    static String international(String number) {
        String digits = number.startsWith("00") ? number.substring(2) : number.replaceFirst("^\\+", "");
        if (digits.isEmpty() || !digits.chars().allMatch(Character::isDigit)) {
            return WITHHELD;
        }
        return "+" + digits;
    }
}
