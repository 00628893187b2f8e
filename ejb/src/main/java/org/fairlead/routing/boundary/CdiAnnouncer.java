package org.fairlead.routing.boundary;

import jakarta.enterprise.event.Event;
import java.util.Collection;
import org.fairlead.contact.ContactClosed;
import org.fairlead.routing.DeskChanged;
import org.fairlead.routing.control.Announcer;
import org.fairlead.routing.control.RoutingLog;

/** Fires the container's events: desks at once, ends of contacts on threads of the container's. */
final class CdiAnnouncer implements Announcer {

    private final Event<DeskChanged> desks;
    private final Event<ContactClosed> closed;

    CdiAnnouncer(Event<DeskChanged> desks, Event<ContactClosed> closed) {
        this.desks = desks;
        this.closed = closed;
    }

    @Override
    public void desks(Collection<DeskChanged> changed) {
        for (DeskChanged desk : changed) {
            try {
                desks.fire(desk);
            } catch (RuntimeException e) {
                RoutingLog.observerFailed("a changed desk", e);
            }
        }
    }

    @Override
    public void closed(Collection<ContactClosed> contacts) {
        for (ContactClosed contact : contacts) {
            try {
                closed.fireAsync(contact).exceptionally(failure -> {
                    RoutingLog.observerFailed("a closed contact", new IllegalStateException(failure));
                    return contact;
                });
            } catch (RuntimeException e) {
                RoutingLog.observerFailed("a closed contact", e);
            }
        }
    }
}
