package org.fairlead.reporting.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.fairlead.reporting.Floor;
import org.fairlead.reporting.FloorFigures;
import org.fairlead.reporting.control.ComposeFloor;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;

/** The floor for a page that opens; afterwards it is pushed. */
@Stateless
@Local(Floor.class)
@ClientScoped
@RolesAllowed({Roles.SUPERVISOR, Roles.BPO_ADMIN})
public class FloorBoard implements Floor {

    @Inject
    private ComposeFloor composeFloor;

    @Inject
    private CurrentCaller current;

    @Override
    public FloorFigures now() {
        return composeFloor.compose().within(current.caller().clients());
    }
}
