package org.fairlead.reporting.boundary;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fairlead.reporting.FloorChanged;
import org.fairlead.reporting.control.ComposeFloor;
import org.fairlead.reporting.control.FloorViewers;

/** Fires the floor's figures each second while somebody watches; a second that is still busy is left out. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FloorClock {

    @Inject
    private FloorViewers viewers;

    @Inject
    private ComposeFloor composeFloor;

    @Inject
    private Event<FloorChanged> changed;

    private final AtomicBoolean busy = new AtomicBoolean();

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "floor")
    public void tick() {
        if (!viewers.anyone() || !busy.compareAndSet(false, true)) {
            return;
        }
        try {
            changed.fire(new FloorChanged(composeFloor.compose()));
        } finally {
            busy.set(false);
        }
    }
}
