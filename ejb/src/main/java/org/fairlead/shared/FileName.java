package org.fairlead.shared;

/** What a file was called by whoever handed it in, made fit to be kept and shown. */
public final class FileName {

    private static final int LONGEST = 120;

    private FileName() {}

    public static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }
}
