package org.fairlead.campaign;

import org.jspecify.annotations.Nullable;

/**
 * How a lead list is to be read.
 *
 * @param delimiter comma, semicolon, tab or pipe; null to find out
 * @param order of the columns
 * @param allOrNone true: a single bad row refuses the list; false: the good rows are loaded
 */
public record UploadOptions(@Nullable Character delimiter, Order order, boolean allOrNone) {

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
