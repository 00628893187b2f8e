package org.fairlead.web.tables;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** A table's rows, read page by page: only what is looked at leaves the database. */
public class PagedRows<T> extends LazyDataModel<T> {

    private static final long serialVersionUID = 1L;

    /** Where the rows come from. */
    public interface Source<T> {

        int count();

        /**
         * @param sortField column that the reader sorts by; null for the source's own order
         */
        List<T> page(int first, int size, @Nullable String sortField, boolean descending);
    }

    private final transient Source<T> source;

    public PagedRows(Source<T> source) {
        this.source = source;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return source.count();
    }

    @Override
    public List<T> load(int first, int pageSize, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
        var sort = sortBy.values().stream()
                .filter(s -> s.getOrder().isAscending() || s.getOrder().isDescending())
                .findFirst();
        return source.page(
                first,
                pageSize,
                sort.map(SortMeta::getField).orElse(null),
                sort.map(s -> s.getOrder().isDescending()).orElse(false));
    }
}
