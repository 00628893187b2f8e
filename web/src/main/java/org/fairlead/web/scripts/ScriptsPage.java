package org.fairlead.web.scripts;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.client.ClientView;
import org.fairlead.client.Clients;
import org.fairlead.client.ProgramView;
import org.fairlead.script.ScriptBlock;
import org.fairlead.script.ScriptVersionView;
import org.fairlead.script.Scripts;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** The versions of a programme's script, one of them side by side in two languages, and the button that publishes. */
@Named
@ViewScoped
public class ScriptsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient Scripts scripts;

    @EJB
    private transient Clients clients;

    @Inject
    private Notices notices;

    private @Nullable String programParam;
    private @Nullable String versionParam;
    private @Nullable String left;
    private @Nullable String right;
    private @Nullable UUID programId;

    private transient @Nullable ProgramView program;
    private transient @Nullable List<ScriptVersionView> versions;
    private transient @Nullable List<ScriptBlock> blocks;

    public void open() {
        programId = programParam == null ? first() : Address.uuid(programParam);
        if (programId != null) {
            program = clients.program(programId);
            if (versionParam != null && getVersion() == null) {
                throw new NotFound("no version " + versionParam);
            }
        }
    }

    private @Nullable UUID first() {
        return clients.clients().stream()
                .flatMap(c -> clients.programs(c.id()).stream())
                .map(ProgramView::id)
                .findFirst()
                .orElse(null);
    }

    public Map<ClientView, List<ProgramView>> getPlaces() {
        var places = new LinkedHashMap<ClientView, List<ProgramView>>();
        clients.clients().forEach(c -> places.put(c, clients.programs(c.id())));
        return places;
    }

    public @Nullable ProgramView getProgram() {
        if (program == null && programId != null) {
            program = clients.program(programId);
        }
        return program;
    }

    public List<ScriptVersionView> getVersions() {
        var known = versions;
        if (known == null) {
            known = programId == null ? List.of() : scripts.versions(programId);
            versions = known;
        }
        return known;
    }

    /** The version in the address, else the published one, else the newest. */
    public @Nullable ScriptVersionView getVersion() {
        var all = getVersions();
        if (versionParam != null) {
            return all.stream()
                    .filter(v -> Integer.toString(v.version()).equals(versionParam))
                    .findFirst()
                    .orElse(null);
        }
        return all.stream()
                .filter(v -> v.state() == ScriptVersionView.State.PUBLISHED)
                .findFirst()
                .orElse(all.isEmpty() ? null : all.get(0));
    }

    public boolean shows(ScriptVersionView version) {
        var shown = getVersion();
        return shown != null && shown.version() == version.version();
    }

    public List<ScriptBlock> getBlocks() {
        var known = blocks;
        var version = getVersion();
        if (known == null) {
            known = version == null || programId == null ? List.of() : scripts.blocks(programId, version.version());
            blocks = known;
        }
        return known;
    }

    /** Words in one language; empty where they are missing. */
    public String in(Map<String, String> words, String language) {
        return Objects.requireNonNullElse(words.get(language), "");
    }

    public String getLeft() {
        var shown = getProgram();
        return shown == null ? "" : left != null && shown.languages().contains(left) ? left : shown.defaultLanguage();
    }

    public String getRight() {
        var shown = getProgram();
        if (shown == null) {
            return "";
        }
        if (right != null && shown.languages().contains(right)) {
            return right;
        }
        return shown.languages().stream()
                .filter(l -> !l.equals(getLeft()))
                .findFirst()
                .orElse(getLeft());
    }

    public void publish() {
        var version = getVersion();
        if (version == null || programId == null) {
            return;
        }
        try {
            scripts.publish(programId, version.version());
            notices.done("scripts.published", version.version());
        } catch (Refused refused) {
            notices.refused(refused);
        }
        versions = null;
    }

    public void setLeft(@Nullable String left) {
        this.left = left;
    }

    public void setRight(@Nullable String right) {
        this.right = right;
    }

    public @Nullable String getProgramParam() {
        return programParam;
    }

    public void setProgramParam(@Nullable String programParam) {
        this.programParam = programParam;
    }

    public @Nullable String getVersionParam() {
        return versionParam;
    }

    public void setVersionParam(@Nullable String versionParam) {
        this.versionParam = versionParam;
    }
}
