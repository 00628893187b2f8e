package org.fairlead.web.compliance;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fairlead.client.ClientView;
import org.fairlead.client.Clients;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.Wishes;
import org.fairlead.compliance.Wishes.Consent;
import org.fairlead.compliance.Wishes.ConsentWord;
import org.fairlead.compliance.Wishes.Hold;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.DayFields;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** What people said about being contacted: looked up, written down, held, lifted; and what was done with them elsewhere. */
@Named
@ViewScoped
public class WishesPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int HASH_SHOWN = 12;
    private static final int KILO = 1024;

    @EJB
    private transient Wishes wishes;

    @EJB
    private transient Clients clients;

    @Inject
    private Notices notices;

    @Inject
    private Viewer viewer;

    @Inject
    private Clock clock;

    @Inject
    private DayFields days;

    private @Nullable String list;
    private @Nullable String number;
    private @Nullable LookedUp looked;

    private boolean given;
    private @Nullable String channel;
    private @Nullable String until;
    private @Nullable String source;
    private @Nullable String proof;

    private String kind = Wishes.HOLDS.get(0);
    private @Nullable String debt;
    private @Nullable String heldUntil;
    private @Nullable String heldSource;

    private @Nullable String lifted;
    private transient @Nullable Part file;

    /** Shows what stands for the number. */
    public void look() {
        ask(() -> looked = LookedUp.of(wishes, client(), written()));
    }

    public void consent() {
        ask(() -> {
            Channel way = channel == null || channel.isEmpty() ? null : Channel.valueOf(channel);
            LocalDate lastDay = given ? days.read(until) : null;
            wishes.consent(
                    client(),
                    new ConsentWord(
                            written(), null, way, null, given, clock.instant(), lastDay, text(source), text(proof)));
            looked = LookedUp.of(wishes, client(), written());
            notices.done(given ? "compliance.consent.given.done" : "compliance.consent.revoked.done", written());
            source = null;
            proof = null;
        });
    }

    public void hold() {
        ask(() -> {
            String about = text(debt).isEmpty() ? null : text(debt);
            wishes.hold(client(), written(), kind, about, days.read(heldUntil), text(heldSource));
            looked = LookedUp.of(wishes, client(), written());
            notices.done("compliance.hold.done", written());
            heldSource = null;
        });
    }

    /** Lifts the hold of the row that was pressed, for whom it was looked up. */
    public void lift() {
        LookedUp shown = looked;
        if (shown == null) {
            return;
        }
        String hold = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("hold");
        ask(() -> {
            looked = shown.lift(wishes, hold, text(lifted));
            notices.done("compliance.hold.lifted");
            lifted = null;
        });
    }

    /** Contacts made elsewhere: all rows or none. */
    public void takeIn() {
        Part csv = file;
        if (csv == null) {
            notices.refused(new Refused("register.file"));
            return;
        }
        ask(() -> {
            try (InputStream content = csv.getInputStream()) {
                int rows = wishes.takeIn(client(), String.valueOf(csv.getSubmittedFileName()), content);
                notices.done("compliance.past.done", rows);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void ask(Runnable deed) {
        try {
            deed.run();
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    private static String text(@Nullable String written) {
        return written == null ? "" : written.strip();
    }

    private String written() {
        return text(number);
    }

    private ClientId client() {
        return list == null
                ? getClients().stream()
                        .map(ClientView::id)
                        .findFirst()
                        .orElseThrow(() -> new NotFound("a client that calls people"))
                : Address.client(list);
    }

    /** Clients that call people; the outsourcer itself does not. */
    public List<ClientView> getClients() {
        return clients.clients().stream()
                .filter(one -> !one.id().equals(ClientId.OUTSOURCER))
                .toList();
    }

    public List<Consent> getConsents() {
        return looked == null ? List.of() : looked.consents();
    }

    /** Whose consents are shown, as addresses name it. */
    public String getClientId() {
        return client().toString();
    }

    /** The hash's begin, by which a copy is compared, and the size. */
    public String fileLine(Consent consent) {
        Wishes.ProofView known = consent.file();
        return known == null
                ? ""
                : viewer.getWords()
                        .format(
                                "compliance.proof.kept",
                                known.sha256().substring(0, HASH_SHOWN),
                                viewer.getFormats().number(Math.max(1, known.bytes() / KILO)));
    }

    public List<Hold> getHolds() {
        return looked == null ? List.of() : looked.holds();
    }

    /** What was placed with a debt is lifted there. */
    public boolean mayLift(Hold hold) {
        return hold.ofNumber() && stands(hold);
    }

    private boolean stands(Hold hold) {
        return hold.until() == null || hold.until().isAfter(clock.instant());
    }

    public List<String> getKinds() {
        return Wishes.HOLDS;
    }

    /** Names of the file's columns, the same in every language. */
    public String getColumns() {
        return String.join(", ", Wishes.COLUMNS);
    }

    public List<Channel> getChannels() {
        return List.of(Channel.values());
    }

    public boolean isLooked() {
        return looked != null;
    }

    public @Nullable String getList() {
        return list;
    }

    public void setList(@Nullable String list) {
        this.list = list;
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public boolean isGiven() {
        return given;
    }

    public void setGiven(boolean given) {
        this.given = given;
    }

    public @Nullable String getChannel() {
        return channel;
    }

    public void setChannel(@Nullable String channel) {
        this.channel = channel;
    }

    public @Nullable String getUntil() {
        return until;
    }

    public void setUntil(@Nullable String until) {
        this.until = until;
    }

    public @Nullable String getSource() {
        return source;
    }

    public void setSource(@Nullable String source) {
        this.source = source;
    }

    public @Nullable String getProof() {
        return proof;
    }

    public void setProof(@Nullable String proof) {
        this.proof = proof;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public @Nullable String getDebt() {
        return debt;
    }

    public void setDebt(@Nullable String debt) {
        this.debt = debt;
    }

    public @Nullable String getHeldUntil() {
        return heldUntil;
    }

    public void setHeldUntil(@Nullable String heldUntil) {
        this.heldUntil = heldUntil;
    }

    public @Nullable String getHeldSource() {
        return heldSource;
    }

    public void setHeldSource(@Nullable String heldSource) {
        this.heldSource = heldSource;
    }

    public @Nullable String getLifted() {
        return lifted;
    }

    public void setLifted(@Nullable String lifted) {
        this.lifted = lifted;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
