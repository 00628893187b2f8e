package org.fairlead.campaign;

import org.jspecify.annotations.Nullable;

/**
 * How a lead list is to be read.
 *
 * @param delimiter comma, semicolon, tab or pipe; null to find out
 * @param order of the columns
 * @param allOrNone true: a single bad row refuses the list; false: the good rows are loaded
 * @param known what to do with people whom the campaign has already
 * @param by what it knows them
 */
public record UploadOptions(@Nullable Character delimiter, Order order, boolean allOrNone, Known known, Key by) {

    /** Adds people; those whom the campaign has already are bad rows. */
    public UploadOptions(@Nullable Character delimiter, Order order, boolean allOrNone) {
        this(delimiter, order, allOrNone, Known.REFUSE, Key.NUMBER);
    }

    /** What becomes of a row about somebody whom the campaign has already. */
    public enum Known {
        /** A bad row: the list adds new people only. */
        REFUSE,
        /** Brings that lead up to date: what the row says is taken over, what it leaves empty stays. Others are added. */
        UPDATE,
        /** As {@link #UPDATE}, and nobody is added: a row about an unknown person is bad. */
        UPDATE_ONLY
    }

    /** By what a person is known. */
    public enum Key {
        /** The first number. */
        NUMBER,
        /** The client's own reference; the number may have changed. */
        REFERENCE
    }

    /** Finds out delimiter and order, loads the good rows. */
    public static final UploadOptions AUTOMATIC = new UploadOptions(null, Order.AUTO, false);

    /** What says which column is which. */
    public enum Order {
        /** A first line with known names makes it {@link #HEADER}, 25 columns without one {@link #VICIDIAL}. */
        AUTO,
        /** The first line names the columns, in any order. */
        HEADER,
        /** VICIdial's 25 columns without a header. */
        VICIDIAL
    }
}
