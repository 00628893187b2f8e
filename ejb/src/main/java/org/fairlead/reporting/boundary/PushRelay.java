package org.fairlead.reporting.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import org.fairlead.campaign.UploadProgressed;
import org.fairlead.reporting.FloorChanged;
import org.fairlead.routing.DeskChanged;
import org.fairlead.shared.Announcements;

/** Passes on what browsers are told at once. It stands here because reporting may know every other capability. */
@ApplicationScoped
public class PushRelay {

    @Inject
    private Announcements announcements;

    void desk(@Observes DeskChanged event) {
        announcements.announce(event);
    }

    void floor(@Observes FloorChanged event) {
        announcements.announce(event);
    }

    void upload(@ObservesAsync UploadProgressed event) {
        announcements.announce(event);
    }
}
