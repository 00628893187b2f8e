package org.fairlead.web.scripts;

import jakarta.ejb.EJB;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.client.ClientView;
import org.fairlead.client.Clients;
import org.fairlead.client.ProgramView;
import org.fairlead.web.tables.Address;
import org.jspecify.annotations.Nullable;

/** A page of one programme's words: which programme, and which two of its languages beside each other. */
public abstract class SideBySide implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient Clients clients;

    private @Nullable String programParam;
    private @Nullable String left;
    private @Nullable String right;
    private @Nullable UUID programId;
    private transient @Nullable ProgramView program;

    /** The programme in the address, else the first that the reader sees. */
    public void open() {
        programId = programParam == null ? first() : Address.uuid(programParam);
        if (programId != null) {
            program = clients.program(programId);
        }
    }

    private @Nullable UUID first() {
        return clients.clients().stream()
                .flatMap(c -> clients.programs(c.id()).stream())
                .map(ProgramView::id)
                .findFirst()
                .orElse(null);
    }

    final @Nullable UUID programId() {
        return programId;
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

    /** The two languages, or the one where there is no other. */
    public List<String> getSides() {
        return getLeft().equals(getRight()) ? List.of(getLeft()) : List.of(getLeft(), getRight());
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
}
