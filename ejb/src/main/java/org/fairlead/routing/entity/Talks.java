package org.fairlead.routing.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.fairlead.contact.ContactEventKind;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayEvent.MonitorMode;
import org.fairlead.jms.GatewayEvent.Monitored;
import org.fairlead.routing.entity.LiveContact.State;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;

/** Supervisors in agents' talks. */
final class Talks {

    /** Who wants to hear a talk wants it now. */
    private static final Duration LIFE = Duration.ofSeconds(10);

    private Talks() {}

    static void monitor(Step step, Input.Monitor wish) {
        LiveContact contact = step.floor.contacts.get(wish.contact());
        if (contact == null) {
            throw new NotFound("contact " + wish.contact());
        }
        if (contact.state != State.CONNECTED && wish.mode() != MonitorMode.OFF) {
            throw new Refused("floor.no-talk");
        }
        step.command(contact, LIFE, head -> new GatewayCommand.Monitor(head, wish.supervisor(), wish.mode()));
    }

    static void monitored(Step step, LiveContact contact, Monitored told, Instant at) {
        step.journal(
                contact,
                ContactEventKind.MONITORED,
                at,
                Map.of("supervisor", told.supervisor(), "mode", told.mode().name()));
    }
}
