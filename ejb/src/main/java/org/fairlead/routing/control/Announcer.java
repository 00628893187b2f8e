package org.fairlead.routing.control;

import java.util.Collection;
import org.fairlead.contact.ContactClosed;
import org.fairlead.routing.DeskChanged;

/** Tells the house what is stored now. Never blocks and never throws: it runs on the engine's thread. */
public interface Announcer {

    void desks(Collection<DeskChanged> desks);

    void closed(Collection<ContactClosed> closed);
}
