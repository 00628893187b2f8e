package org.fairlead.web.tables;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.fairlead.web.shell.Viewer;
import org.jspecify.annotations.Nullable;

/** Fields for days: what an empty one shows, and what a filled one says to this reader. */
@Named("days")
@RequestScoped
public class DayFields {

    @Inject
    private Viewer viewer;

    @Inject
    private Clock clock;

    /** Today, as an example. */
    public String getDay() {
        return show(present().toLocalDate());
    }

    public String getMoment() {
        return days().show(present());
    }

    public String show(@Nullable LocalDate day) {
        return days().show(day);
    }

    /** @see Days#read */
    public @Nullable LocalDate read(@Nullable String written) {
        return days().read(written);
    }

    /** @see Days#readMoment */
    public @Nullable LocalDateTime readMoment(@Nullable String written) {
        return days().readMoment(written);
    }

    private Days days() {
        return new Days(viewer.getLocale());
    }

    private LocalDateTime present() {
        return LocalDateTime.ofInstant(clock.instant(), viewer.getZone());
    }
}
