package org.fairlead.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.fairlead.launcher.state.Ports;
import org.fairlead.launcher.state.Words;

/** What is said when all is up: the addresses, who may log in, what to try first. */
final class Summary {

    /** Login, name, role, clients; the password of each is in the bundle's text. */
    private static final List<List<String>> PEOPLE = List.of(
            List.of("elif", "Elif Kaya", "agent", "Lumen Energia, Anadolu Kart"),
            List.of("arben", "Arben Hoxha", "agent", "Lumen Energia"),
            List.of("besa", "Besa Leka", "agent", "Lumen Energia, Northway"),
            List.of("deniz", "Deniz Aydın", "agent", "Anadolu Kart"),
            List.of("olga", "Ольга Ким", "agent", "Anadolu Kart, Northway"),
            List.of("maricel", "Maricel Santos", "agent", "Northway"),
            List.of("sena", "Sena Demir", "supervisor", "*"),
            List.of("giulia", "Giulia Conti", "account-manager", "Lumen Energia"),
            List.of("selin", "Selin Doğan", "account-manager", "Anadolu Kart"),
            List.of("nora", "Nora Hale", "account-manager", "Northway"),
            List.of("bora", "Bora Yılmaz", "bpo-admin", "*"),
            List.of("clara", "Clara Reyes", "compliance-officer", "*"));

    private Summary() {}

    static String of(Stack stack, Duration took) {
        Ports ports = stack.settings().ports();
        StringBuilder text = new StringBuilder();
        line(text, Words.of("summary.ready", ShownSteps.seconds(took).strip()));
        line(text, "");
        address(text, "summary.console", stack.console());
        address(text, "summary.sign-in", stack.settings().reach().url(ports.signIn()) + "/admin/");
        address(text, "summary.health", "http://127.0.0.1:" + ports.management() + "/health");
        address(text, "summary.payments", "http://127.0.0.1:" + ports.payments() + "/");
        address(text, "summary.messages", "http://127.0.0.1:" + ports.messages() + "/");
        address(text, "summary.metrics", "http://127.0.0.1:" + ports.management() + "/metrics");
        address(text, "summary.logs", stack.settings().state().log().toString());
        line(text, "");
        if (stack.settings().reach().isOpen()) {
            line(text, Words.of("summary.open", stack.settings().reach().bind()));
            line(text, "");
        }
        line(text, Words.of("summary.people"));
        for (List<String> person : PEOPLE) {
            String clients = "*".equals(person.get(3)) ? Words.of("summary.all-clients") : person.get(3);
            line(
                    text,
                    String.format(
                            Locale.ROOT,
                            "  %-9s %-15s %-19s %s",
                            person.get(0),
                            person.get(1),
                            Words.of("role." + person.get(2)),
                            clients));
        }
        line(text, "");
        line(text, Words.of("summary.try", stack.console()));
        line(text, "");
        text.append(Words.of("summary.end"));
        return text.toString();
    }

    private static void address(StringBuilder text, String key, String address) {
        line(text, String.format(Locale.ROOT, "  %-22s %s", Words.of(key), address));
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
