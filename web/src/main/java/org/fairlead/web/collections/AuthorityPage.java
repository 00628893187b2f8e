package org.fairlead.web.collections;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.fairlead.client.Clients;
import org.fairlead.collections.Authorities;
import org.fairlead.collections.Authorities.Change;
import org.fairlead.collections.DeskTerms;
import org.fairlead.collections.DeskTerms.Sender;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.shared.Refused;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.Notices;
import org.fairlead.web.tables.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * How far roles may go by themselves, what who says to be the debtor is asked, and in whose name messages leave:
 * {@code ?of=ID} of a portfolio.
 */
@Named
@ViewScoped
public class AuthorityPage extends OfOnePortfolio {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient Authorities authorities;

    @EJB
    private transient DeskTerms terms;

    @EJB
    private transient Clients clients;

    @Inject
    private Notices notices;

    @Inject
    private Viewer viewer;

    private transient @Nullable List<Change> changes;
    private @Nullable AuthorityForm form;
    private @Nullable String reason;
    private ArrayList<Step> steps = new ArrayList<>();
    private ArrayList<Way> ways = new ArrayList<>();

    /** A question and its place; without a place it is not asked. */
    public static class Step implements Serializable {

        private static final long serialVersionUID = 1L;

        private final String name;
        private @Nullable String place;

        Step(String name, @Nullable String place) {
            this.name = name;
            this.place = place;
        }

        public String getName() {
            return name;
        }

        public @Nullable String getPlace() {
            return place;
        }

        public void setPlace(@Nullable String place) {
            this.place = place;
        }
    }

    /** A channel and in whose name it leaves. */
    public static class Way implements Serializable {

        private static final long serialVersionUID = 1L;

        private final String channel;
        private @Nullable String sender;

        Way(Sender kept) {
            channel = kept.channel();
            sender = kept.sender();
        }

        public String getChannel() {
            return channel;
        }

        public @Nullable String getSender() {
            return sender;
        }

        public void setSender(@Nullable String sender) {
            this.sender = sender;
        }
    }

    public void open() {
        if (choice().of() != null) {
            authorities.table(Address.uuid(choice().of()));
        }
        choice().fix(placements());
        show();
    }

    private void show() {
        changes = null;
        reason = null;
        Portfolio portfolio = getPortfolio();
        if (portfolio == null) {
            form = null;
            return;
        }
        UUID id = portfolio.portfolioId();
        form = new AuthorityForm(authorities.table(id), authorities.roles(), numbers());
        List<String> asked = terms.identity(id);
        steps = new ArrayList<>();
        asked.forEach(one -> steps.add(new Step(one, Integer.toString(steps.size() + 1))));
        terms.questions().stream().filter(one -> !asked.contains(one)).forEach(one -> steps.add(new Step(one, null)));
        ways = new ArrayList<>();
        terms.senders(id).forEach(one -> ways.add(new Way(one)));
    }

    public void save() {
        act(id -> {
            AuthorityForm written = form;
            if (written != null) {
                String state = authorities.change(id, written.read(numbers()), text(reason));
                notices.done("collections.authority.made." + state);
            }
        });
    }

    public void confirm() {
        decide(authorities::confirm, "collections.authority.confirmed");
    }

    public void refuse() {
        decide(authorities::refuse, "collections.authority.dropped");
    }

    private void decide(Consumer<UUID> work, String done) {
        act(id -> {
            Change waits = getWaiting();
            if (waits == null) {
                throw new Refused("authority.decided");
            }
            work.accept(waits.changeId());
            notices.done(done);
        });
    }

    public void saveIdentity() {
        act(id -> {
            terms.saveIdentity(
                    id,
                    steps.stream()
                            .filter(one -> !text(one.getPlace()).isEmpty())
                            .sorted(Comparator.comparing(one -> numbers().asked(one.getPlace(), "identity.place")))
                            .map(Step::getName)
                            .toList());
            notices.done("collections.identity.saved");
        });
    }

    public void saveSenders() {
        act(id -> {
            terms.saveSenders(
                    id,
                    ways.stream()
                            .map(one -> new Sender(one.getChannel(), text(one.getSender())))
                            .toList());
            notices.done("collections.senders.saved");
        });
    }

    private void act(Consumer<UUID> work) {
        Portfolio portfolio = getPortfolio();
        if (portfolio == null) {
            return;
        }
        try {
            work.accept(portfolio.portfolioId());
            show();
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    private static String text(@Nullable String written) {
        return written == null ? "" : written.strip();
    }

    private Numbers numbers() {
        return new Numbers(viewer.getLocale());
    }

    public List<Change> getChanges() {
        Portfolio portfolio = getPortfolio();
        List<Change> known = changes;
        if (known == null) {
            known = portfolio == null ? List.of() : authorities.changes(portfolio.portfolioId());
            changes = known;
        }
        return known;
    }

    public @Nullable Change getWaiting() {
        return getChanges().stream()
                .filter(one -> one.state().equals("WAITS"))
                .findFirst()
                .orElse(null);
    }

    public String getClientName() {
        Portfolio portfolio = getPortfolio();
        return portfolio == null ? "" : clients.client(portfolio.client()).name();
    }

    public List<String> getRoles() {
        return authorities.roles();
    }

    public String money(BigDecimal amount) {
        Portfolio portfolio = getPortfolio();
        return portfolio == null ? "" : viewer.getFormats().money(amount, portfolio.currency());
    }

    public @Nullable AuthorityForm getForm() {
        return form;
    }

    public List<Step> getSteps() {
        return steps;
    }

    public List<Way> getWays() {
        return ways;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
