package org.fairlead.web.collections;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.client.Clients;
import org.fairlead.collections.Placements.Placement;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.Placements.RowFault;
import org.fairlead.shared.Refused;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** Files of debts: handed in with the client's own headings, and what became of each. */
@Named
@ViewScoped
public class PlacementsPage extends OfOnePortfolio {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;

    @EJB
    private transient Clients clients;

    @Inject
    private Notices notices;

    private transient @Nullable Placement shown;
    private transient @Nullable List<RowFault> faults;
    private @Nullable String placement;
    private boolean allOrNone;
    private String token = UUID.randomUUID().toString();
    private HashMap<String, String> mapping = new HashMap<>();
    private transient @Nullable Part file;
    private transient @Nullable Part recallFile;

    /** Opens the address; without one the first portfolio. */
    public void open() {
        if (placement != null) {
            choice().fix(placements().placement(Address.uuid(placement)).portfolioId());
        } else if (choice().of() != null) {
            placements().placements(Address.uuid(choice().of()));
        }
        choice().fix(placements());
        Portfolio chosen = getPortfolio();
        mapping = chosen == null ? new HashMap<>() : new HashMap<>(chosen.mapping());
    }

    public void place() {
        Part given = file;
        Portfolio into = getPortfolio();
        if (given == null || given.getSize() == 0 || into == null) {
            notices.refused(new Refused("placement.file"));
            return;
        }
        try (InputStream content = given.getInputStream()) {
            UUID id = placements()
                    .place(
                            into.portfolioId(),
                            String.valueOf(given.getSubmittedFileName()),
                            content,
                            said(),
                            allOrNone,
                            token);
            placement = id.toString();
            Placement made = placements().placement(id);
            shown = made;
            faults = null;
            if ("LOADED".equals(made.state())) {
                notices.done("collections.loaded", made.rowsLoaded());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    /** Debts that the client takes back. */
    public void recall() {
        Part given = recallFile;
        Portfolio into = getPortfolio();
        if (given == null || given.getSize() == 0 || into == null) {
            notices.refused(new Refused("placement.file"));
            return;
        }
        try (InputStream content = given.getInputStream()) {
            UUID id = placements()
                    .recall(into.portfolioId(), String.valueOf(given.getSubmittedFileName()), content, said(), false);
            placement = id.toString();
            Placement made = placements().placement(id);
            if ("LOADED".equals(made.state())) {
                notices.done("collections.recalled", made.rowsLoaded());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    public @Nullable Part getRecallFile() {
        return recallFile;
    }

    public void setRecallFile(@Nullable Part recallFile) {
        this.recallFile = recallFile;
    }

    /** Empty fields come as null. */
    private Map<String, String> said() {
        Map<String, String> said = new HashMap<>();
        for (Map.Entry<String, String> one : mapping.entrySet()) {
            String heading = one.getValue();
            if (heading != null && !heading.isBlank()) {
                said.put(one.getKey(), heading);
            }
        }
        return said;
    }

    public String clientName(Portfolio portfolio) {
        return clients.client(portfolio.client()).name();
    }

    public List<Placement> getFiles() {
        Portfolio chosen = getPortfolio();
        return chosen == null ? List.of() : placements().placements(chosen.portfolioId());
    }

    /** The one that was handed in just now, or that the address names. */
    public @Nullable Placement getShown() {
        if (shown == null && placement != null) {
            shown = placements().placement(Address.uuid(placement));
        }
        return shown;
    }

    public List<RowFault> getFaults() {
        List<RowFault> known = faults;
        if (known == null) {
            known = placement == null ? List.of() : placements().faults(Address.uuid(placement), 0, SHOWN);
            faults = known;
        }
        return known;
    }

    /** Whether debts of the placement shown went back on their day. */
    public boolean isWentBack() {
        return placement != null
                && !placements().returned(Address.uuid(placement), 0, 1).isEmpty();
    }

    public List<String> getColumns() {
        return placements().columns();
    }

    public Map<String, String> getMapping() {
        return mapping;
    }

    public @Nullable String getPlacement() {
        return placement;
    }

    public void setPlacement(@Nullable String placement) {
        this.placement = placement;
    }

    /** Under which the server tells how far a file has come. */
    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }

    public boolean isAllOrNone() {
        return allOrNone;
    }

    public void setAllOrNone(boolean allOrNone) {
        this.allOrNone = allOrNone;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
