package org.fairlead.script.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.client.Clients;
import org.fairlead.client.ProgramView;
import org.fairlead.script.ScriptBlock;
import org.fairlead.script.ScriptGap;
import org.fairlead.script.ScriptVersionView;
import org.fairlead.script.ScriptVersionView.State;
import org.fairlead.script.entity.Completeness;
import org.fairlead.script.entity.ScriptVersion;
import org.fairlead.security.Audit;
import org.fairlead.security.Caller;
import org.fairlead.security.CurrentCaller;
import org.fairlead.shared.Refused;

/** Shows a programme's versions and puts a complete draft in the place of the published one. */
@ApplicationScoped
public class PublishScript {

    @Inject
    private ScriptRegister register;

    @Inject
    private Clients clients;

    @Inject
    private CurrentCaller current;

    @Inject
    private Clock clock;

    @Inject
    private Audit audit;

    public List<ScriptVersionView> versions(UUID programId) {
        ProgramView program = clients.program(programId);
        String reader = current.caller().language();
        return register.versions(programId).stream()
                .map(version -> version.view(program.languages(), reader))
                .toList();
    }

    public List<ScriptBlock> blocks(UUID programId, int version) {
        clients.program(programId); // refuses and audits a programme of another client
        return List.copyOf(register.version(programId, version).blocks());
    }

    public ScriptVersionView publish(UUID programId, int version) {
        ProgramView program = clients.program(programId);
        ScriptVersion draft = register.version(programId, version);
        if (draft.state() != State.DRAFT) {
            throw new Refused("script.state");
        }
        List<ScriptGap> gaps = Completeness.gaps(draft.blocks(), program.languages());
        if (!gaps.isEmpty()) {
            throw new Refused("script.incomplete", gaps.size());
        }
        register.retirePublished(programId);
        Caller who = current.caller();
        ZoneId zone = clients.client(program.client()).timeZone();
        draft.publish(who.name(), LocalDate.ofInstant(clock.instant(), zone));
        audit.record(
                program.client(),
                "script.published",
                "program " + program.code(),
                Map.of("version", Integer.toString(version)));
        return draft.view(program.languages(), who.language());
    }
}
