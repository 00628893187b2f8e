package org.fairlead.dialer;

import java.util.UUID;

/** An agent makes a promised callback now. Role: agent. */
public interface CallbackDials {

    /**
     * Shows the callback's lead for preview to the caller, who dials it from there.
     *
     * @throws org.fairlead.shared.Refused {@code attempt.denied} with the verdict when outreach does not allow it, {@code
     *     callback.not-ready} when the caller is not available
     */
    void show(UUID callbackId);
}
