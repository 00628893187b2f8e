package org.fairlead.web.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.fairlead.i18n.Formats;
import org.fairlead.web.shell.Viewer;

/** What clocks elsewhere show. */
final class DeskTimes {

    private DeskTimes() {}

    /** The hour in each of the zones that differs from the agent's; nothing where all clocks agree. */
    static String elsewhere(Viewer viewer, Instant at, Set<ZoneId> zones) {
        return zones.stream()
                .filter(zone -> !zone.getRules()
                        .getOffset(at)
                        .equals(viewer.getZone().getRules().getOffset(at)))
                .map(zone -> viewer.getWords()
                        .format(
                                "desk.local.other",
                                Formats.of(viewer.getLanguage(), zone).time(at),
                                place(zone)))
                .map(" · "::concat)
                .collect(Collectors.joining());
    }

    private static String place(ZoneId zone) {
        String id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }
}
