package org.fairlead.campaign.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Begins the reading of a list when its record is committed, and not before. */
@ApplicationScoped
public class UploadBegin {

    @Inject
    private UploadReader reader;

    @Inject
    private UploadSpool spool;

    void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) UploadReceived upload) {
        reader.read(upload);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_FAILURE) UploadReceived upload) {
        spool.remove(upload.file());
    }
}
