package org.fairlead.web.scripts;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.fairlead.script.ScriptBlock;
import org.fairlead.script.ScriptVersionView;
import org.fairlead.script.Scripts;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** The versions of a programme's script, one of them side by side in two languages, and the button that publishes. */
@Named
@ViewScoped
public class ScriptsPage extends SideBySide {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient Scripts scripts;

    @Inject
    private Notices notices;

    private @Nullable String versionParam;

    private transient @Nullable List<ScriptVersionView> versions;
    private transient @Nullable List<ScriptBlock> blocks;

    @Override
    public void open() {
        super.open();
        if (programId() != null && versionParam != null && getVersion() == null) {
            throw new NotFound("no version " + versionParam);
        }
    }

    public List<ScriptVersionView> getVersions() {
        var known = versions;
        if (known == null) {
            var programId = programId();
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
            var programId = programId();
            known = version == null || programId == null ? List.of() : scripts.blocks(programId, version.version());
            blocks = known;
        }
        return known;
    }

    public void publish() {
        var version = getVersion();
        var programId = programId();
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

    public @Nullable String getVersionParam() {
        return versionParam;
    }

    public void setVersionParam(@Nullable String versionParam) {
        this.versionParam = versionParam;
    }
}
