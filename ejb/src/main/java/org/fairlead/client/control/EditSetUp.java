package org.fairlead.client.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.fairlead.client.ProgramChanged;
import org.fairlead.client.QueueChanged;
import org.fairlead.client.SetUpForm;
import org.fairlead.client.SetUpPart;
import org.fairlead.client.SetUpRefused;
import org.fairlead.client.entity.SetUpPolicy;
import org.fairlead.security.Audit;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Saves a part of the set-up, says who it touches, and leaves what was before in the audit trail. */
@ApplicationScoped
public class EditSetUp {

    @Inject
    private Event<QueueChanged> queueChanged;

    @Inject
    private Event<ProgramChanged> programChanged;

    @Inject
    private Audit audit;

    /** Reading writes nothing: what nobody has thought of yet is shown as it works today. */
    public SetUpForm open(Connection c, SetUpPart part, String id) {
        return SetUpRows.find(c, part, id)
                .or(() -> part == SetUpPart.MASKING ? SetUpRows.usualMasking(c, id) : Optional.empty())
                .orElseThrow(() -> new NotFound(part.name().toLowerCase(Locale.ROOT) + " " + id));
    }

    public SetUpForm save(Connection c, SetUpForm wanted) {
        SetUpForm before = open(c, wanted.part(), wanted.id());
        SetUpForm form = new SetUpForm(
                wanted.part(), wanted.id(), before.client(), wanted.version(), merged(before, wanted.values()));
        check(SetUpPolicy.problem(form.values()));
        fits(c, form);
        if (form.part() == SetUpPart.MASKING) {
            SetUpRows.ensureMasking(c, form.id());
        }
        if (!SetUpRows.write(c, form)) {
            throw new Refused("setup.changed");
        }
        SetUpForm after = SetUpRows.read(c, form.part(), form.id());
        announce(c, before, after);
        audit.record(
                after.client(),
                "setup.edited",
                after.part().name().toLowerCase(Locale.ROOT) + " " + after.id(),
                difference(before.values(), after.values()));
        return after;
    }

    public SetUpForm add(Connection c, SetUpPart part, String parent, Map<String, String> values) {
        return switch (part) {
            case NUMBER -> addNumber(c, parent, SetUpForm.filled(values));
            case DISPOSITION -> addDisposition(c, parent, SetUpForm.filled(values));
            default -> throw new IllegalArgumentException("nobody adds a " + part + " here");
        };
    }

    private SetUpForm addNumber(Connection c, String queue, Map<String, String> values) {
        String number = values.getOrDefault("number", "").strip();
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put("queue_id", queue);
        Owner owner = queueOwner(c, queue);
        checkNew(SetUpPart.NUMBER, "number", all);
        requireSpoken(c, queue, all.getOrDefault("language", ""));
        // the key spans all clients: a number rings at one of them only, whichever it is
        Map<String, Object> keys = ordered("client_id", owner.client(), "number", number);
        if (!SetUpRows.insert(c, SetUpPart.NUMBER, keys, all)) {
            throw new Refused("setup.number-taken", number);
        }
        return added(c, SetUpPart.NUMBER, number);
    }

    private SetUpForm addDisposition(Connection c, String program, Map<String, String> values) {
        String code = values.getOrDefault("code", "").strip();
        Owner owner = Sql.one(
                        c,
                        row -> new Owner(row.getInt(1), row.getObject(2, UUID.class)),
                        "select client_id, program_id from program where program_id::text = ?",
                        program)
                .orElseThrow(() -> new NotFound("program " + program));
        String id = program + "/" + code;
        checkNew(SetUpPart.DISPOSITION, "code", values);
        requireFreeDigit(c, program, code, values.getOrDefault("digit", ""));
        Map<String, Object> keys = ordered("client_id", owner.client(), "program_id", owner.id());
        keys.put("code", code);
        if (!SetUpRows.insert(c, SetUpPart.DISPOSITION, keys, values)) {
            throw new Refused("setup.code-taken", code);
        }
        return added(c, SetUpPart.DISPOSITION, id);
    }

    private SetUpForm added(Connection c, SetUpPart part, String id) {
        SetUpForm form = SetUpRows.read(c, part, id);
        announce(c, form, form);
        audit.record(
                form.client(),
                "setup.added",
                part.name().toLowerCase(Locale.ROOT) + " " + id,
                new TreeMap<>(form.values()));
        return form;
    }

    private record Owner(int client, UUID id) {}

    private static Map<String, Object> ordered(String first, Object one, String second, Object other) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put(first, one);
        keys.put(second, other);
        return keys;
    }

    private static Owner queueOwner(Connection c, String queue) {
        return Sql.one(
                        c,
                        row -> new Owner(row.getInt(1), row.getObject(2, UUID.class)),
                        "select client_id, queue_id from queue where queue_id::text = ?",
                        queue)
                .orElseThrow(() -> new NotFound("queue " + queue));
    }

    /** What is left out of a new one is as wrong as what is left empty. */
    private static void checkNew(SetUpPart part, String key, Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(key, "");
        SetUpRows.names(part).forEach(field -> all.put(field, ""));
        all.putAll(values);
        check(SetUpPolicy.problem(all));
    }

    private static void check(Optional<SetUpPolicy.Problem> problem) {
        problem.ifPresent(p -> {
            throw new SetUpRefused(p.field(), p.key(), p.arguments().toArray());
        });
    }

    /** A form that leaves a field out leaves it as it is; a field that the part does not have is not written. */
    private static Map<String, String> merged(SetUpForm before, Map<String, String> wanted) {
        Map<String, String> values = new LinkedHashMap<>(before.values());
        values.replaceAll((field, old) -> wanted.getOrDefault(field, old));
        return values;
    }

    private static void fits(Connection c, SetUpForm form) {
        switch (form.part()) {
            case NUMBER -> {
                String queue = form.values().getOrDefault("queue_id", "");
                if (queueOwner(c, queue).client() != form.client().value()) {
                    throw new NotFound("queue " + queue + " of client " + form.client());
                }
                requireSpoken(c, queue, form.values().getOrDefault("language", ""));
            }
            case DISPOSITION -> {
                int slash = form.id().indexOf('/');
                requireFreeDigit(
                        c,
                        form.id().substring(0, slash),
                        form.id().substring(slash + 1),
                        form.values().getOrDefault("digit", ""));
            }
            case SITE -> {
                if (!Sql.one(c, row -> row.getBoolean(1), "select 0 = any (scope_clients())")
                        .orElse(false)) {
                    throw new Refused("setup.site");
                }
            }
            default -> {
                // the other parts touch nothing but themselves
            }
        }
    }

    private static void requireSpoken(Connection c, String queue, String language) {
        int spoken = Sql.number(
                c,
                """
                select count(*) from queue q join program p on p.client_id = q.client_id and p.program_id = q.program_id
                where q.queue_id::text = ? and ? = any (p.languages)
                """,
                queue,
                language.strip());
        if (spoken == 0) {
            throw new Refused("setup.language.not-spoken", language);
        }
    }

    private static void requireFreeDigit(Connection c, String program, String code, String digit) {
        Optional<String> other = Sql.one(
                c,
                row -> row.getString(1),
                "select code from disposition where program_id::text = ? and digit = ?::integer and code <> ?",
                program,
                digit.strip(),
                code);
        other.ifPresent(taken -> {
            throw new Refused("setup.digit-taken", digit, taken);
        });
    }

    private void announce(Connection c, SetUpForm before, SetUpForm after) {
        ClientId client = after.client();
        switch (after.part()) {
            case QUEUE -> queueChanged.fire(new QueueChanged(client, UUID.fromString(after.id())));
            case NUMBER -> {
                queueChanged.fire(new QueueChanged(client, queueOf(after)));
                if (!queueOf(before).equals(queueOf(after))) {
                    queueChanged.fire(new QueueChanged(client, queueOf(before)));
                }
            }
            case PROGRAM -> programChanged.fire(new ProgramChanged(client, UUID.fromString(after.id())));
            case DISPOSITION -> programChanged.fire(new ProgramChanged(
                    client, UUID.fromString(after.id().substring(0, after.id().indexOf('/')))));
            default -> programs(c, client, after.part() == SetUpPart.BRAND ? after.id() : null);
        }
    }

    private static UUID queueOf(SetUpForm number) {
        return UUID.fromString(number.values().getOrDefault("queue_id", ""));
    }

    /** What is the client's, or wears the brand, is the programmes'; a site is every client's. */
    private void programs(Connection c, ClientId client, @Nullable String brand) {
        Sql.list(
                        c,
                        row -> new ProgramChanged(new ClientId(row.getInt(1)), row.getObject(2, UUID.class)),
                        """
                        select client_id, program_id from program
                        where (? = 0 or client_id = ?) and (?::text is null or brand_id::text = ?)
                        """,
                        client.value(),
                        client.value(),
                        brand,
                        brand)
                .forEach(programChanged::fire);
    }

    private static Map<String, String> difference(Map<String, String> before, Map<String, String> after) {
        Map<String, String> detail = new TreeMap<>();
        after.forEach((field, value) -> {
            String old = before.getOrDefault(field, "");
            if (!old.equals(value)) {
                detail.put(field, old + " -> " + value);
            }
        });
        return detail;
    }
}
