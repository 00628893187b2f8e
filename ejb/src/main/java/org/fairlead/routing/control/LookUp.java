package org.fairlead.routing.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.contact.ContactStore;
import org.fairlead.jms.GatewayEvent.CallOffered;
import org.fairlead.routing.OutboundCall;
import org.fairlead.routing.entity.CallerKnown;
import org.fairlead.routing.entity.Engine;
import org.fairlead.routing.entity.Input;
import org.fairlead.routing.entity.Known;

/** Asks the database, once for a batch, what the engine cannot know by itself about calls that are new to it. */
final class LookUp {

    private final ContactStore contacts;
    private final List<CallOffered> offers = new ArrayList<>();
    private final List<OutboundCall> calls = new ArrayList<>();

    LookUp(ContactStore contacts) {
        this.contacts = contacts;
    }

    Known about(Connection db, List<Pending> batch, Engine engine) throws SQLException {
        for (Pending pending : batch) {
            collect(pending.input(), engine);
        }
        if (offers.isEmpty() && calls.isEmpty()) {
            return Known.nothing();
        }
        Set<UUID> ids = new HashSet<>();
        offers.forEach(offer -> ids.add(offer.head().call()));
        calls.forEach(call -> ids.add(call.attemptId()));
        return new Known(contacts.existing(db, ids), openAttempts(db), customers(db, engine));
    }

    private void collect(Input input, Engine engine) {
        if (input instanceof Input.Heard heard) {
            for (Input.HeardEvent event : heard.events()) {
                if (event.event() instanceof CallOffered offered
                        && !engine.knows(offered.head().call())) {
                    offers.add(offered);
                }
            }
        } else if (input instanceof Input.Place place) {
            calls.add(place.call());
        } else if (input instanceof Input.ShowPreview show) {
            calls.add(show.call());
        }
    }

    private Set<UUID> openAttempts(Connection db) throws SQLException {
        Set<UUID> open = new HashSet<>();
        if (calls.isEmpty()) {
            return open;
        }
        String select =
                """
                select a.attempt_id from attempt a
                join unnest(?::int[], ?::uuid[]) as asked (client_id, attempt_id)
                  on a.client_id = asked.client_id and a.attempt_id = asked.attempt_id
                where a.state = 'WRITTEN' and a.allowed
                """;
        try (PreparedStatement statement = db.prepareStatement(select)) {
            statement.setArray(
                    1,
                    db.createArrayOf(
                            "int4", calls.stream().map(c -> c.client().value()).toArray()));
            statement.setArray(
                    2,
                    db.createArrayOf(
                            "uuid", calls.stream().map(OutboundCall::attemptId).toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    open.add(row.getObject(1, UUID.class));
                }
            }
        }
        return open;
    }

    private Map<Known.CallerNumber, Known.Customer> customers(Connection db, Engine engine) throws SQLException {
        Map<Known.CallerNumber, Known.Customer> customers = new HashMap<>();
        if (offers.isEmpty()) {
            return customers;
        }
        String select =
                """
                select distinct on (p.client_id, p.value) p.client_id, p.value, p.customer_id, u.vip, u.value as worth,
                  (select c.agent_id from contact c
                   where c.client_id = p.client_id and c.customer_id = p.customer_id
                     and c.agent_id is not null and c.connected_at is not null
                   order by c.offered_at desc limit 1) as last_agent
                from contact_point p
                join customer u on u.client_id = p.client_id and u.customer_id = p.customer_id
                join unnest(?::int[], ?::text[]) as asked (client_id, value)
                  on p.client_id = asked.client_id and p.value = asked.value
                where p.kind = 'PHONE' order by p.client_id, p.value, p.customer_id
                """;
        try (PreparedStatement statement = db.prepareStatement(select)) {
            statement.setArray(
                    1,
                    db.createArrayOf(
                            "int4",
                            offers.stream()
                                    .map(o -> engine.clientOf(o.dialled()))
                                    .toArray()));
            statement.setArray(
                    2,
                    db.createArrayOf(
                            "text", offers.stream().map(CallOffered::from).toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    customers.put(
                            new Known.CallerNumber(row.getInt(1), row.getString(2)),
                            new Known.Customer(
                                    row.getObject(3, UUID.class),
                                    new CallerKnown(
                                            row.getBoolean("vip"),
                                            row.getInt("worth"),
                                            row.getObject("last_agent", UUID.class))));
                }
            }
        }
        return customers;
    }
}
