package org.fairlead.web.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fairlead.campaign.UploadProgressed;
import org.fairlead.reporting.FloorChanged;
import org.fairlead.reporting.FloorWatch;
import org.fairlead.routing.DeskChanged;
import org.fairlead.routing.DeskState;
import org.fairlead.shared.Announcements;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.web.shell.Brands;

/** Every page that listens, and who of them hears what. */
@ApplicationScoped
public class LiveHub {

    private static final String SUPERSEDED = "{\"topic\":\"superseded\"}";

    @Inject
    private Announcements announcements;

    @Inject
    private FloorWatch floorWatch;

    @Inject
    private DeskSessions deskSessions;

    @Inject
    private DeskAside aside;

    @Inject
    private Brands brands;

    @Inject
    private Clock clock;

    private final Map<String, Page> pages = new ConcurrentHashMap<>();

    private record Page(Viewing viewing, Outbox outbox) {}

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        announcements.listen(DeskChanged.class, this::deskChanged);
        announcements.listen(FloorChanged.class, this::floorChanged);
        announcements.listen(UploadProgressed.class, this::uploadProgressed);
        aside.start(this::waiting, this::halted);
    }

    void join(String connection, Viewing viewing, Outbox outbox) {
        pages.put(connection, new Page(viewing, outbox));
        if (viewing.desk() != null) {
            aside.joined(viewing.login());
        }
        if (viewing.floor()) {
            floorWatch.watch(viewing.connection());
        }
    }

    void part(String connection) {
        Page page = pages.remove(connection);
        if (page == null) {
            return;
        }
        Viewing viewing = page.viewing();
        if (viewing.floor()) {
            floorWatch.leave(viewing.connection());
        }
        String desk = viewing.desk();
        Runnable lost = viewing.whenLost();
        if (desk != null
                && lost != null
                && pages.values().stream()
                        .noneMatch(p -> desk.equals(p.viewing().desk()))) {
            deskSessions.lost(lost);
        }
    }

    void pong(String connection, String number) {
        Page page = pages.get(connection);
        if (page != null && number.matches("\\d{1,15}")) {
            page.outbox().put("pong", "{\"topic\":\"pong\",\"data\":" + number + "}");
        }
    }

    private void deskChanged(DeskChanged event) {
        if (!deskSessions.changed(event)) {
            return;
        }
        String text = "";
        for (Page page : pages.values()) {
            Viewing viewing = page.viewing();
            if (viewing.desk() == null || !viewing.login().equals(event.login())) {
                continue;
            }
            if (viewing.desk().equals(event.sessionId())) {
                text = text.isEmpty() ? message("desk", data(event.state())) : text;
                page.outbox().put("desk", text);
            }
        }
    }

    private void waiting(String login, int count) {
        String text = message("waiting", count);
        watching(viewing -> viewing.desk() != null && viewing.login().equals(login))
                .forEach(page -> page.outbox().put("waiting", text));
    }

    /** Each waiting agent's desk then asks what concerns it: nothing of a client is said here. */
    private void halted() {
        watching(viewing -> viewing.desk() != null)
                .forEach(page -> page.outbox().put("halts", message("halts", 0)));
    }

    /** The person's other pages learn that the desk lives here now. */
    public void moved(String login, String desk) {
        pages.values().stream()
                .filter(p -> p.viewing().login().equals(login))
                .filter(p ->
                        p.viewing().desk() != null && !desk.equals(p.viewing().desk()))
                .forEach(p -> p.outbox().put("superseded", SUPERSEDED));
    }

    /** A desk's state as browsers get it. */
    public DeskData data(DeskState state) {
        Map<String, String> brand = Optional.ofNullable(state.contact())
                .map(c -> brands.colours(c.accent(), c.accentDark()).properties())
                .orElse(Map.of());
        return DeskData.of(state, brand, clock.instant());
    }

    private void floorChanged(FloorChanged event) {
        Map<Set<ClientId>, String> encoded = new HashMap<>();
        watching(Viewing::floor).forEach(page -> page.outbox()
                .put(
                        "floor",
                        encoded.computeIfAbsent(
                                page.viewing().clients(),
                                clients -> message("floor", event.figures().within(clients)))));
    }

    private void uploadProgressed(UploadProgressed event) {
        String text = message("upload", event);
        watching(Viewing::uploads).stream()
                .filter(page -> page.viewing().clients().contains(event.client()))
                .forEach(page -> page.outbox().put("upload:" + event.listId(), text));
    }

    private Collection<Page> watching(java.util.function.Predicate<Viewing> what) {
        return pages.values().stream().filter(p -> what.test(p.viewing())).toList();
    }

    private static String message(String topic, Object data) {
        return "{\"topic\":\"" + topic + "\",\"data\":" + Json.write(data) + "}";
    }
}
