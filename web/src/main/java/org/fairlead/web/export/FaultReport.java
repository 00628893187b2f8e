package org.fairlead.web.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fairlead.i18n.Words;
import org.jspecify.annotations.Nullable;

/** What is wrong with a file that was handed in: why it was refused as a whole stands first, then the faults of its rows. */
public final class FaultReport implements Exports.Rows {

    private final Words words;
    private final @Nullable String reason;
    private final @Nullable String detail;
    private final Faults faults;

    /**
     * A file's report.
     *
     * @param reason why it was refused as a whole, as a key of the bundle of faults; null when it was not
     * @param detail what stands there
     */
    public FaultReport(Words words, @Nullable String reason, @Nullable String detail, Faults faults) {
        this.words = words;
        this.reason = reason;
        this.detail = detail;
        this.faults = faults;
    }

    /** Faults of rows, from this one on. */
    @FunctionalInterface
    public interface Faults {
        List<Row> page(int first, int most);
    }

    /** @param reason key of the bundle of faults */
    public record Row(int line, String column, String reason, @Nullable String value) {}

    @Override
    public List<List<@Nullable Object>> page(int first, int most) {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        String whole = reason;
        boolean heads = whole != null && first == 0;
        if (whole != null && first == 0) {
            lines.add(Arrays.asList(null, null, said(whole), detail));
        }
        int from = whole == null || heads ? first : first - 1;
        faults.page(from, heads ? most - 1 : most)
                .forEach(fault ->
                        lines.add(Arrays.asList(fault.line(), fault.column(), said(fault.reason()), fault.value())));
        return lines;
    }

    private String said(String fault) {
        return words.has("fault." + fault) ? words.format("fault." + fault, "") : words.get("fault.unexpected");
    }
}
