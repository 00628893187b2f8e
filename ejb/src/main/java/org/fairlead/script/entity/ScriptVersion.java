package org.fairlead.script.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.script.ScriptBlock;
import org.fairlead.script.ScriptVersionView;
import org.fairlead.script.ScriptVersionView.State;
import org.fairlead.shared.ByLanguage;
import org.jspecify.annotations.Nullable;

/** A version of a programme's script. A draft is published once and retired once; its words never change after that. */
@Entity
@Table(name = "script_version")
@IdClass(ScriptVersion.Key.class)
public class ScriptVersion {

    /** Which version of which programme. */
    public record Key(UUID program, int version) implements Serializable {}

    @Id
    @Column(name = "program_id")
    private UUID program;

    @Id
    private int version;

    @Column(name = "client_id", updatable = false)
    private int client;

    @Enumerated(EnumType.STRING)
    private State state;

    @Convert(converter = TitleColumn.class)
    @Column(columnDefinition = "jsonb", insertable = false, updatable = false)
    private Map<String, String> title;

    @Convert(converter = BlocksColumn.class)
    @Column(columnDefinition = "jsonb", insertable = false, updatable = false)
    private List<ScriptBlock> blocks;

    @Column(name = "approved_by")
    private @Nullable String approvedBy;

    @Column(name = "approved_on")
    private @Nullable LocalDate approvedOn;

    protected ScriptVersion() {}

    public int version() {
        return version;
    }

    public int client() {
        return client;
    }

    public State state() {
        return state;
    }

    public Map<String, String> title() {
        return title;
    }

    public List<ScriptBlock> blocks() {
        return blocks;
    }

    public @Nullable String approvedBy() {
        return approvedBy;
    }

    public @Nullable LocalDate approvedOn() {
        return approvedOn;
    }

    /** @param who the client's approval is kept with the version */
    public void publish(String who, LocalDate today) {
        if (state != State.DRAFT) {
            throw new IllegalStateException("version " + version + " is " + state);
        }
        state = State.PUBLISHED;
        approvedBy = who;
        approvedOn = today;
    }

    public void retire() {
        state = State.RETIRED;
    }

    /** @param languages of the programme, the first is the default */
    public ScriptVersionView view(List<String> languages, String readers) {
        return new ScriptVersionView(
                program,
                version,
                state,
                ByLanguage.pick(title, readers, languages.get(0)),
                blocks.size(),
                approvedBy,
                approvedOn,
                Completeness.gaps(blocks, languages));
    }
}
