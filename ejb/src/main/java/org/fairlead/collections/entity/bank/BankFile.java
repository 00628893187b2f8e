package org.fairlead.collections.entity.bank;

import java.util.List;

/** What was read of a bank's file: all of its booked movements. */
public record BankFile(List<BankEntry> entries) {

    public BankFile {
        entries = List.copyOf(entries);
    }

    /** Why a file is refused whole. The key of a sentence in the bundles ({@code bankFile.<key>}). */
    public enum Fault {
        EMPTY,
        NOT_XML,
        DOCTYPE,
        NOT_A_STATEMENT,
        BAD_VALUE,
        TOTALS,
        TRUNCATED,
        UNKNOWN_RECORD,
        TOO_LARGE
    }

    /** Nothing of the file was taken. */
    public static final class Refusal extends Exception {

        private static final long serialVersionUID = 1L;

        private final Fault fault;
        private final String where;
        private final String found;

        /**
         * @param where a line or an element
         * @param found what stands there, or the two totals that differ
         */
        public Refusal(Fault fault, String where, String found) {
            super(fault + " at " + where + ": " + found);
            this.fault = fault;
            this.where = where;
            this.found = found;
        }

        public Fault fault() {
            return fault;
        }

        public String where() {
            return where;
        }

        public String found() {
            return found;
        }
    }
}
