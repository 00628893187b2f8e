package org.fairlead.client.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import org.fairlead.client.DeskKeys;
import org.fairlead.client.control.ChooseKeys;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.Roles;

/** Each agent's own keys. */
@Stateless
@Local(DeskKeys.class)
@ClientScoped
@RolesAllowed(Roles.AGENT)
public class DeskKeysFacade implements DeskKeys {

    @Inject
    private ChooseKeys keys;

    @Override
    public Map<String, String> mine() {
        return keys.mine();
    }

    @Override
    public Map<String, String> change(Map<String, String> chosen) {
        return keys.change(chosen);
    }
}
