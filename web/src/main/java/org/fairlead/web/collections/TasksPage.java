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
import java.util.UUID;
import org.fairlead.collections.DebtTasks;
import org.fairlead.collections.DebtTasks.Note;
import org.fairlead.collections.DebtTasks.Outcome;
import org.fairlead.collections.DebtTasks.Returned;
import org.fairlead.collections.DebtTasks.TaskView;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.shared.Refused;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** What is to be done about debts away from the telephone: {@code ?of=ID} of a portfolio, {@code ?task=ID} of one. */
@Named
@ViewScoped
public class TasksPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;
    private static final int OVER_SHOWN = 50;

    @EJB
    private transient DebtTasks tasks;

    @Inject
    private Notices notices;

    @Inject
    private Viewer viewer;

    private transient @Nullable Part file;
    private transient @Nullable List<Portfolio> portfolios;
    private transient @Nullable Returned returned;
    private @Nullable String of;
    private @Nullable String task;
    private @Nullable String words;
    private @Nullable String outcome;
    private @Nullable String next;
    private @Nullable String reference;
    private @Nullable String kind;
    private @Nullable String why;
    private @Nullable String agency;
    private @Nullable String handedKind;
    private @Nullable String backFrom;

    /** What is not ours is as absent as what is not there. */
    public void open() {
        if (task != null) {
            of = tasks.one(Address.uuid(task)).portfolioId().toString();
        } else if (of != null) {
            tasks.agencies(Address.uuid(of));
        } else {
            of = getPortfolios().stream()
                    .findFirst()
                    .map(one -> one.portfolioId().toString())
                    .orElse(null);
        }
    }

    public List<Portfolio> getPortfolios() {
        List<Portfolio> known = portfolios;
        if (known == null) {
            known = tasks.portfolios();
            portfolios = known;
        }
        return known;
    }

    public @Nullable Portfolio getPortfolio() {
        return getPortfolios().stream()
                .filter(one -> one.portfolioId().toString().equals(of))
                .findFirst()
                .orElse(null);
    }

    public List<TaskView> getWaiting() {
        return of == null ? List.of() : tasks.open(Address.uuid(of), 0, SHOWN);
    }

    public List<TaskView> getOver() {
        return of == null ? List.of() : tasks.closed(Address.uuid(of), 0, OVER_SHOWN);
    }

    public @Nullable TaskView getOpened() {
        return task == null ? null : tasks.one(Address.uuid(task));
    }

    public List<Note> getNotes() {
        return task == null ? List.of() : tasks.notes(Address.uuid(task));
    }

    public List<String> getAgencies() {
        return of == null ? List.of() : tasks.agencies(Address.uuid(of));
    }

    public List<String> getKinds() {
        return tasks.kinds();
    }

    /** Of an agency's file, with what may stand in them; the same in every language. */
    public String getColumns() {
        return "task, outcome %s, words".formatted(Arrays.toString(Outcome.values()));
    }

    public List<Outcome> getOutcomes() {
        return List.of(Outcome.values());
    }

    /** A step's name without what follows it at the desk. */
    public String kindName(String named) {
        return viewer.getWords().get("desk.debtor.step." + named).replaceFirst("\\s*:$", "");
    }

    /** What came of it, in words: of one that was withdrawn the hold, or that the debt has ended. */
    public String said(TaskView one) {
        String said = one.outcome();
        if (said == null || !one.state().equals("WITHDRAWN")) {
            return said == null ? "" : said;
        }
        String hold = "desk.debtor.hold." + said;
        return viewer.getWords().get(viewer.getWords().has(hold) ? hold : "collections.tasks.ended");
    }

    public void take() {
        act(() -> {
            tasks.take(Address.uuid(task));
            notices.done("collections.tasks.taken");
        });
    }

    public void note() {
        act(() -> {
            tasks.note(Address.uuid(task), text(words));
            words = null;
            notices.done("collections.tasks.noted");
        });
    }

    public void close() {
        act(() -> {
            Outcome came = Arrays.stream(Outcome.values())
                    .filter(one -> one.name().equals(outcome))
                    .findFirst()
                    .orElseThrow(() -> new Refused("task.outcome"));
            tasks.close(Address.uuid(task), came, text(words), next == null || next.isBlank() ? null : next);
            words = null;
            next = null;
            notices.done("collections.tasks.closed");
        });
    }

    public void ask() {
        act(() -> {
            UUID made = tasks.ask(Address.uuid(of), text(reference), text(kind), text(why));
            task = made.toString();
            reference = null;
            why = null;
            notices.done("collections.tasks.asked");
        });
    }

    public void hand() {
        act(() -> {
            int handed = tasks.hand(Address.uuid(of), text(handedKind), text(agency));
            agency = null;
            notices.done("collections.tasks.handed", handed);
        });
    }

    public void takeIn() {
        Part given = file;
        if (given == null || given.getSize() == 0) {
            notices.refused(new Refused("placement.file"));
            return;
        }
        act(() -> {
            try (InputStream content = given.getInputStream()) {
                Returned read = tasks.takeIn(
                        Address.uuid(of), text(backFrom), String.valueOf(given.getSubmittedFileName()), content);
                returned = read;
                notices.done("collections.tasks.returned", read.closed(), read.known(), read.bad());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void act(Runnable work) {
        try {
            work.run();
        } catch (Refused refused) {
            notices.refused(said(refused));
        }
    }

    /** What speaks against a task comes as names: the reader gets words. */
    private Refused said(Refused refused) {
        if (!refused.key().equals("task.gate")) {
            return refused;
        }
        List<String> against = Arrays.stream(
                        String.valueOf(refused.arguments().get(0)).split(",", -1))
                .map(one -> viewer.getWords().get("collections.tasks.gate." + one))
                .toList();
        return new Refused(refused.key(), String.join(", ", against));
    }

    private static String text(@Nullable String written) {
        return written == null ? "" : written.strip();
    }

    public @Nullable Returned getReturned() {
        return returned;
    }

    public @Nullable String getOf() {
        return of;
    }

    public void setOf(@Nullable String of) {
        this.of = of;
    }

    public @Nullable String getTask() {
        return task;
    }

    public void setTask(@Nullable String task) {
        this.task = task;
    }

    public @Nullable String getWords() {
        return words;
    }

    public void setWords(@Nullable String words) {
        this.words = words;
    }

    public @Nullable String getOutcome() {
        return outcome;
    }

    public void setOutcome(@Nullable String outcome) {
        this.outcome = outcome;
    }

    public @Nullable String getNext() {
        return next;
    }

    public void setNext(@Nullable String next) {
        this.next = next;
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

    public @Nullable String getWhy() {
        return why;
    }

    public void setWhy(@Nullable String why) {
        this.why = why;
    }

    public @Nullable String getAgency() {
        return agency;
    }

    public void setAgency(@Nullable String agency) {
        this.agency = agency;
    }

    public @Nullable String getHandedKind() {
        return handedKind;
    }

    public void setHandedKind(@Nullable String handedKind) {
        this.handedKind = handedKind;
    }

    public @Nullable String getBackFrom() {
        return backFrom;
    }

    public void setBackFrom(@Nullable String backFrom) {
        this.backFrom = backFrom;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
