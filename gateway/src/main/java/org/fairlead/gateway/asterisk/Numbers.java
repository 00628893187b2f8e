package org.fairlead.gateway.asterisk;

/** Numbers as a carrier writes them, made international. */
final class Numbers {

    /** What stands for a number that is withheld. */
    private static final String WITHHELD = "";

    private Numbers() {}

    /** A number that was dialled; what is none stays as it is. */
    static String dialled(String number) {
        String digits = digits(number);
        return digits.isEmpty() ? number : "+" + digits;
    }

    /** A caller's number; empty when it is withheld. */
    static String caller(String number) {
        String digits = digits(number);
        return digits.isEmpty() ? WITHHELD : "+" + digits;
    }

    private static String digits(String number) {
        String digits = number.startsWith("00") ? number.substring(2) : number.replaceFirst("^\\+", "");
        return digits.chars().allMatch(Character::isDigit) ? digits : "";
    }
}
