package org.fairlead.routing.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fairlead.contact.Outcome;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayEvent.LiveCall;
import org.fairlead.jms.GatewayEvent.LiveCalls;
import org.fairlead.routing.entity.LiveContact.State;
import org.fairlead.telephony.CallState;

/**
 * Compares what we hold with what a gateway says is alive. A contact that the gateway does not know ends: handled if
 * customer and agent ever talked, else lost. A report older than what we know of a contact says nothing about it: it
 * may have been delivered again after a crash. A call that only the gateway knows is left alone: its customer may be
 * with the target of a transfer.
 */
final class Reconciliation {

    private static final Duration REPORT_LIFE = Duration.ofMinutes(5);

    private Reconciliation() {}

    static void compare(Step step, LiveCalls report) {
        Set<UUID> alive = new HashSet<>();
        for (LiveCall call : report.calls()) {
            alive.add(call.call());
        }
        for (LiveContact contact : List.copyOf(new ArrayList<>(step.floor.contacts.values()))) {
            if (contact.gateway.equals(report.head().gateway())
                    && !alive.contains(contact.id)
                    && judged(step, contact, report.head().at())) {
                contact.call = contact.call.endedAs(contact.call.bridgedOnce() ? Outcome.HANDLED : Outcome.LOST);
                ContactLife.ended(step, contact, step.now, "LOST");
            }
        }
        Consultations.compare(step, report.head().gateway(), alive);
    }

    private static boolean judged(Step step, LiveContact contact, Instant reportedAt) {
        if (contact.state == State.WRAP_UP || contact.previewed() || contact.toBeCalled()) {
            return false;
        }
        if (contact.call.phase() == CallState.Phase.DIALLING && contact.call.lastSequence() == 0) {
            Instant latest = contact.lastAt.plus(step.floor.settings.dialLife()).plusSeconds(1);
            return reportedAt.isAfter(latest);
        }
        return reportedAt.isAfter(contact.offeredAt);
    }

    static void ask(Step step, String gateway) {
        long position = step.floor.nextNumber();
        UUID id = Step.idOf(new UUID(step.floor.epoch, position), "report/" + gateway);
        var head = new GatewayCommand.Head(id, gateway, id, step.floor.epoch, step.now.plus(REPORT_LIFE));
        step.effects.commands().add(new Effects.Ordered(0, position, new GatewayCommand.ReportLiveCalls(head)));
    }
}
