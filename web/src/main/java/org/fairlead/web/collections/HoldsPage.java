package org.fairlead.web.collections;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.fairlead.client.Clients;
import org.fairlead.collections.Hold;
import org.fairlead.collections.Holds;
import org.fairlead.collections.Holds.CaseView;
import org.fairlead.collections.Holds.Note;
import org.fairlead.collections.Holds.Outcome;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** Disputes, complaints and holds that wait for an answer, and the one that is answered. */
@Named
@ViewScoped
public class HoldsPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;

    @EJB
    private transient Holds holds;

    @EJB
    private transient Clients clients;

    @Inject
    private Notices notices;

    private transient @Nullable Part file;
    private @Nullable String shown;
    private @Nullable String words;
    private @Nullable String answer;
    private @Nullable String outcome;
    private @Nullable String portfolio;
    private @Nullable String reference;
    private @Nullable String kind;
    private @Nullable String reason;

    /** What is not ours is as absent as what is not there. */
    public void open() {
        if (shown != null) {
            holds.one(Address.uuid(shown));
        }
    }

    public List<CaseView> getWaiting() {
        return holds.open(0, SHOWN);
    }

    public @Nullable CaseView getOpened() {
        return shown == null ? null : holds.one(Address.uuid(shown));
    }

    public List<Note> getNotes() {
        return shown == null ? List.of() : holds.notes(Address.uuid(shown));
    }

    public List<Portfolio> getPortfolios() {
        return holds.portfolios();
    }

    public List<String> getKinds() {
        return Stream.concat(Arrays.stream(Hold.values()).map(Enum::name), Stream.of("COMPLAINT"))
                .toList();
    }

    /** The debtor can be right where something was said against the debt or us; other holds only end. */
    public List<Outcome> outcomes(CaseView one) {
        return switch (one.kind()) {
            case "DISPUTE", "COMPLAINT", "FRAUD" -> List.of(Outcome.UPHELD, Outcome.PARTLY, Outcome.REJECTED);
            default -> List.of(Outcome.ENDED);
        };
    }

    public String clientName(ClientId client) {
        return clients.client(client).name();
    }

    public void takeIn() {
        act(() -> {
            UUID made = holds.takeIn(
                    Address.uuid(String.valueOf(portfolio)),
                    String.valueOf(reference),
                    String.valueOf(kind),
                    text(reason));
            shown = made.toString();
            reference = null;
            reason = null;
            notices.done("collections.holds.taken");
        });
    }

    public void note() {
        act(() -> {
            UUID id = Address.uuid(String.valueOf(shown));
            Part given = file;
            if (given == null || given.getSize() == 0) {
                holds.note(id, text(words));
            } else {
                keep(id, given);
            }
            words = null;
            notices.done("collections.holds.noted");
        });
    }

    private void keep(UUID id, Part given) {
        try (InputStream content = given.getInputStream()) {
            holds.evidence(id, text(words), String.valueOf(given.getSubmittedFileName()), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void respond() {
        act(() -> {
            Outcome decided = Arrays.stream(Outcome.values())
                    .filter(one -> one.name().equals(outcome))
                    .findFirst()
                    .orElseThrow(() -> new Refused("hold.outcome"));
            holds.answer(Address.uuid(String.valueOf(shown)), decided, text(answer));
            answer = null;
            outcome = null;
            notices.done("collections.holds.answered");
        });
    }

    private void act(Runnable work) {
        try {
            work.run();
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    /** Enough of a hash to compare a copy by. */
    public String begin(String sha256) {
        return sha256.substring(0, 12).toLowerCase(Locale.ROOT);
    }

    public @Nullable String getShown() {
        return shown;
    }

    public void setShown(@Nullable String shown) {
        this.shown = shown;
    }

    public @Nullable String getWords() {
        return words;
    }

    public void setWords(@Nullable String words) {
        this.words = words;
    }

    public @Nullable String getAnswer() {
        return answer;
    }

    public void setAnswer(@Nullable String answer) {
        this.answer = answer;
    }

    public @Nullable String getOutcome() {
        return outcome;
    }

    public void setOutcome(@Nullable String outcome) {
        this.outcome = outcome;
    }

    public @Nullable String getPortfolio() {
        return portfolio;
    }

    public void setPortfolio(@Nullable String portfolio) {
        this.portfolio = portfolio;
    }

    public @Nullable String getReference() {
        return reference;
    }

    public void setReference(@Nullable String reference) {
        this.reference = reference;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
