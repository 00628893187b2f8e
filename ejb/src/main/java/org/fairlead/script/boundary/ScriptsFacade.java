package org.fairlead.script.boundary;

import static org.fairlead.security.Roles.ACCOUNT_MANAGER;
import static org.fairlead.security.Roles.AGENT;
import static org.fairlead.security.Roles.BPO_ADMIN;
import static org.fairlead.security.Roles.COMPLIANCE_OFFICER;
import static org.fairlead.security.Roles.SUPERVISOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.script.ScriptBlock;
import org.fairlead.script.ScriptVersionView;
import org.fairlead.script.ScriptView;
import org.fairlead.script.Scripts;
import org.fairlead.script.control.LeadThrough;
import org.fairlead.script.control.PublishScript;
import org.fairlead.security.ClientScoped;

/** Scripts for the agents who speak them and for those who answer for them. */
@Stateless
@Local(Scripts.class)
@ClientScoped
@RolesAllowed({AGENT, SUPERVISOR})
public class ScriptsFacade implements Scripts {

    @Inject
    private LeadThrough leadThrough;

    @Inject
    private PublishScript publishScript;

    @Override
    public ScriptView forContact(UUID contactId, String own) {
        return leadThrough.show(contactId, own);
    }

    @Override
    public Instant markRead(UUID contactId, String blockId) {
        return leadThrough.markRead(contactId, blockId);
    }

    @Override
    public void answer(UUID contactId, String blockId, String fieldId, String value) {
        leadThrough.answer(contactId, blockId, fieldId, value);
    }

    @Override
    @RolesAllowed({SUPERVISOR, ACCOUNT_MANAGER, BPO_ADMIN, COMPLIANCE_OFFICER})
    public List<ScriptVersionView> versions(UUID programId) {
        return publishScript.versions(programId);
    }

    @Override
    @RolesAllowed({SUPERVISOR, ACCOUNT_MANAGER, BPO_ADMIN, COMPLIANCE_OFFICER})
    public List<ScriptBlock> blocks(UUID programId, int version) {
        return publishScript.blocks(programId, version);
    }

    @Override
    @RolesAllowed({ACCOUNT_MANAGER, BPO_ADMIN})
    public ScriptVersionView publish(UUID programId, int version) {
        return publishScript.publish(programId, version);
    }
}
