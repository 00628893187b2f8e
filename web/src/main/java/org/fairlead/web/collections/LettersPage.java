package org.fairlead.web.collections;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.fairlead.collections.Letters;
import org.fairlead.collections.Letters.Key;
import org.fairlead.collections.Letters.MessageView;
import org.fairlead.collections.Letters.WordingView;
import org.fairlead.collections.Placements;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.shared.Refused;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** What letters and messages say, and what became of each that was written. */
@Named
@ViewScoped
public class LettersPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;

    @EJB
    private transient Letters letters;

    @EJB
    private transient Placements placements;

    @Inject
    private Viewer viewer;

    @Inject
    private Notices notices;

    private @Nullable String of;
    private @Nullable String edit;
    private @Nullable String code;
    private @Nullable String channel;
    private @Nullable String language;
    private @Nullable String role;
    private @Nullable String subject;
    private @Nullable String body;

    /** What is not ours is as absent as what is not there. */
    public void open() {
        if (of != null) {
            letters.wordings(Address.uuid(of));
        }
        for (WordingView one : getWordings()) {
            if (name(one).equals(edit)) {
                code = one.key().code();
                channel = one.key().channel();
                language = one.key().language();
                role = one.key().role();
                subject = one.subject();
                body = one.body();
            }
        }
    }

    public void save() {
        Portfolio into = getPortfolio();
        try {
            if (into == null) {
                throw new Refused("placement.file");
            }
            letters.save(
                    into.portfolioId(),
                    new Key(text(code), text(channel), text(language), text(role)),
                    text(subject),
                    text(body));
            notices.done("collections.letters.saved");
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    private static String text(@Nullable String written) {
        return written == null ? "" : written.strip();
    }

    /** As the address names it. */
    public String name(WordingView one) {
        return one.key().code() + "." + one.key().channel() + "." + one.key().language() + "."
                + one.key().role();
    }

    public List<Portfolio> getPortfolios() {
        return placements.portfolios();
    }

    public @Nullable Portfolio getPortfolio() {
        List<Portfolio> all = getPortfolios();
        return all.stream()
                .filter(one -> one.portfolioId().toString().equals(of))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.get(0));
    }

    public List<WordingView> getWordings() {
        Portfolio shown = getPortfolio();
        return shown == null ? List.of() : letters.wordings(shown.portfolioId());
    }

    public List<MessageView> getMessages() {
        Portfolio shown = getPortfolio();
        return shown == null ? List.of() : letters.messages(shown.portfolioId(), 0, SHOWN);
    }

    public String getFields() {
        return "{" + String.join("} {", letters.fields()) + "}";
    }

    public @Nullable String getOf() {
        return of;
    }

    public void setOf(@Nullable String of) {
        this.of = of;
    }

    public @Nullable String getEdit() {
        return edit;
    }

    public void setEdit(@Nullable String edit) {
        this.edit = edit;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getChannel() {
        return channel;
    }

    public void setChannel(@Nullable String channel) {
        this.channel = channel;
    }

    public @Nullable String getLanguage() {
        return language;
    }

    public void setLanguage(@Nullable String language) {
        this.language = language;
    }

    public @Nullable String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role;
    }

    public @Nullable String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String subject) {
        this.subject = subject;
    }

    public @Nullable String getBody() {
        return body;
    }

    public void setBody(@Nullable String body) {
        this.body = body;
    }

    /** Reasons in words, and the rules by their names. */
    public String why(MessageView one) {
        String reason = one.reason();
        String words = reason == null
                ? ""
                : Arrays.stream(reason.split(",", -1)).map(this::word).collect(Collectors.joining(", "));
        return (words + " " + one.rules()).strip();
    }

    private String word(String reason) {
        String key = "collections.letters.reason." + reason;
        String gate = "desk.debtor.against." + reason;
        return viewer.getWords().has(key)
                ? viewer.getWords().get(key)
                : viewer.getWords().has(gate) ? viewer.getWords().get(gate) : reason;
    }

    public void again(String message) {
        try {
            letters.again(Address.uuid(message));
            notices.done("collections.letters.tried.again");
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }
}
