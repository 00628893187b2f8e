package org.fairlead.routing.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fairlead.contact.ContactEventKind;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayEvent.MonitorMode;
import org.fairlead.jms.GatewayEvent.Monitored;
import org.fairlead.routing.FloorSnapshot.Heard;
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
        long position = step.floor.nextNumber();
        String purpose = "monitor/" + position;
        step.command(
                contact,
                purpose,
                position,
                step.now.plus(LIFE),
                head -> new GatewayCommand.Monitor(head, wish.supervisor(), wish.mode()));
        contact.monitorCommand = Step.idOf(contact.id, purpose);
        become(contact, wish.supervisor(), wish.mode());
    }

    /** Nobody is rung for it; whoever was in the talk is so still. */
    static void refused(LiveContact contact, UUID command) {
        if (command.equals(contact.monitorCommand)) {
            contact.heard = contact.inTalk;
        }
    }

    private static void become(LiveContact contact, String supervisor, MonitorMode mode) {
        if (mode != MonitorMode.OFF) {
            contact.heard = new Heard(supervisor, mode);
        } else if (contact.heard != null && contact.heard.supervisor().equals(supervisor)) {
            contact.heard = null;
        }
    }

    /** Also of one who did not pick up, as out of it. */
    static void monitored(Step step, LiveContact contact, Monitored told, Instant at) {
        become(contact, told.supervisor(), told.mode());
        contact.inTalk = contact.heard;
        step.journal(
                contact,
                ContactEventKind.MONITORED,
                at,
                Map.of("supervisor", told.supervisor(), "mode", told.mode().name()));
    }
}
