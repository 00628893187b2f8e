package org.fairlead.collections.control;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.fairlead.collections.entity.placement.PlacedPerson;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Finds who a party is: the client's own number for a person decides; without one, the same name with the same telephone
 * or address. So debts of one person come together, and are worked as one.
 */
final class PersonFinder {

    private final Connection c;
    private final ClientId client;
    private final Map<String, UUID> byReference = new HashMap<>();
    private final Map<String, UUID> byNameAndPoint = new HashMap<>();

    PersonFinder(Connection c, ClientId client) {
        this.c = c;
        this.client = client;
    }

    /** Everybody's id; those in {@code unknown} are new and still to be stored. */
    Map<PlacedPerson, UUID> find(List<PlacedPerson> people, Map<UUID, PlacedPerson> unknown) {
        readReferences(people);
        readPoints(people);
        Map<PlacedPerson, UUID> ids = new LinkedHashMap<>();
        for (PlacedPerson person : people) {
            UUID known = known(person);
            UUID id = known == null ? Ids.next() : known;
            if (known == null) {
                unknown.put(id, person);
            }
            ids.put(person, id);
            remember(person, id);
        }
        return ids;
    }

    private @Nullable UUID known(PlacedPerson person) {
        String reference = person.reference();
        if (reference != null) {
            return byReference.get(reference);
        }
        return points(person)
                .map(point -> byNameAndPoint.get(key(person.name(), point)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void remember(PlacedPerson person, UUID id) {
        String reference = person.reference();
        if (reference != null) {
            byReference.putIfAbsent(reference, id);
        }
        points(person).forEach(point -> byNameAndPoint.putIfAbsent(key(person.name(), point), id));
    }

    private void readReferences(List<PlacedPerson> people) {
        String[] references = people.stream()
                .map(PlacedPerson::reference)
                .filter(one -> one != null && !byReference.containsKey(one))
                .distinct()
                .toArray(String[]::new);
        Sql.list(
                c,
                row -> byReference.put(row.getString(1), row.getObject(2, UUID.class)),
                "select reference, customer_id from customer where client_id = ? and reference = any (?)",
                client,
                references);
    }

    private void readPoints(List<PlacedPerson> people) {
        List<String> points = new ArrayList<>();
        people.stream().filter(person -> person.reference() == null).forEach(person -> points(person)
                .forEach(points::add));
        Sql.list(
                c,
                row -> byNameAndPoint.putIfAbsent(
                        key(row.getString(1), row.getString(2)), row.getObject(3, UUID.class)),
                """
                select u.name, p.value, u.customer_id from contact_point p
                join customer u on u.client_id = p.client_id and u.customer_id = p.customer_id
                where p.client_id = ? and p.value = any (?)
                """,
                client,
                points.toArray(String[]::new));
    }

    private static Stream<String> points(PlacedPerson person) {
        String email = person.email();
        return Stream.concat(
                person.phones().stream(), email == null ? Stream.of() : Stream.of(email.toLowerCase(Locale.ROOT)));
    }

    private static String key(String name, String point) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT) + "\n" + point.toLowerCase(Locale.ROOT);
    }
}
