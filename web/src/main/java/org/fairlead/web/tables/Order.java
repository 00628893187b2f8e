package org.fairlead.web.tables;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order of a table whose page keeps it in its address: each column's heading is a link to the page in that order,
 * and in the opposite one where it is in that order already.
 *
 * @param path of the page
 * @param kept what else its address says
 * @param by a column; null for the table's own order
 */
public record Order(String path, Map<String, @Nullable String> kept, @Nullable String by, boolean descending) {

    private static final String BY = "sort";
    private static final String DIRECTION = "order";
    private static final String DOWN = "desc";

    /**
     * As the address asks for it; a column that the table does not have is no order.
     *
     * @param columns that may be asked for
     */
    public static Order of(
            String path,
            Map<String, @Nullable String> kept,
            Set<String> columns,
            @Nullable String by,
            @Nullable String direction) {
        String known = by != null && columns.contains(by) ? by : null;
        return new Order(path, kept, known, known != null && DOWN.equals(direction));
    }

    public String link(String column) {
        var address = new LinkedHashMap<>(kept);
        boolean turn = column.equals(by) && !descending;
        address.put(BY, column);
        address.put(DIRECTION, turn ? DOWN : null);
        return Query.link(path, address);
    }

    /** What {@code aria-sort} says of the column. */
    public String aria(String column) {
        return !column.equals(by) ? "none" : descending ? "descending" : "ascending";
    }

    /** For links that stay in this order: to the next page, to the file. */
    public void into(Map<String, @Nullable String> address) {
        address.put(BY, by);
        address.put(DIRECTION, descending ? DOWN : null);
    }
}
